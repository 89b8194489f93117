// Every text that a person can read here or hear read out. What names its own language is not asked.
() => {
  const found = [];
  const other = "script, style, template, noscript, code, .sk-language, button[lang], output";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const p = n.parentElement;
    if (p && !p.closest(other) && p.checkVisibility() && n.data.trim()) found.push(n.data.trim());
  }
  const spoken = ["aria-label", "title", "placeholder", "alt", "aria-valuetext"];
  for (const n of document.querySelectorAll(spoken.map((name) => `[${name}]`).join())) {
    if (n.closest(other) || !n.checkVisibility()) continue;
    for (const name of spoken) if (n.getAttribute(name)) found.push(n.getAttribute(name));
  }
  return [...new Set(found)];
}
