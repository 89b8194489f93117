// Found on a screen: what sticks out of the page, what is cut off, which controls lie on one another.
() => {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) faults.push(`page is ${document.documentElement.scrollWidth} wide`);

  const says = (n) => `${n.tagName.toLowerCase()}.${n.getAttribute("class") ?? ""} "${(n.innerText ?? "").slice(0, 40)}"`;
  const up = (n, is) => {
    for (let p = n; p; p = p.parentElement) if (is(getComputedStyle(p), p)) return true;
    return false;
  };
  const scrolls = (n) => up(n.parentElement, (style, p) => p !== document.documentElement
    && (/auto|scroll|hidden/.test(style.overflowX) || /auto|scroll/.test(style.overflowY)));
  const floats = (n) => up(n, (style) => /sticky|fixed/.test(style.position));
  const shown = (n) => n.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !n.closest(".sk-hidden, .hidden, [aria-hidden=true], svg");
  const all = [...document.body.querySelectorAll("*")].filter(shown);

  for (const n of all) {
    const box = n.getBoundingClientRect();
    const style = getComputedStyle(n);
    if (!box.width || !box.height) continue;
    if ((box.left < -1 || box.right > wide + 1) && !scrolls(n)) faults.push(`sticks out: ${says(n)}`);
    if (n.tagName === "BUTTON" && n.scrollWidth > n.clientWidth + 1) faults.push(`wider than its button: ${says(n)}`);
    if (![...n.childNodes].some((c) => c.nodeType === Node.TEXT_NODE && c.data.trim())) continue;
    const dots = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
    if (dots) continue;
    if (/hidden|clip/.test(style.overflowX) && n.scrollWidth > n.clientWidth + 1) faults.push(`cut off: ${says(n)}`);
    if (/hidden|clip/.test(style.overflowY) && n.scrollHeight > n.clientHeight + 2) faults.push(`cut below: ${says(n)}`);
  }

  const controls = all.filter((n) => n.matches("button, a[href], input:not([type=hidden]), select, textarea")
    && !scrolls(n) && !floats(n)).map((n) => [n, n.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
  for (const [at, [a, A]] of controls.entries()) {
    for (const [b, B] of controls.slice(at + 1)) {
      const x = Math.min(A.right, B.right) - Math.max(A.left, B.left);
      const y = Math.min(A.bottom, B.bottom) - Math.max(A.top, B.top);
      if (x > 2 && y > 2 && !a.contains(b) && !b.contains(a)) faults.push(`on one another: ${says(a)} / ${says(b)}`);
    }
  }
  return [...new Set(faults)];
}
