/* ---- between views ---- */

const send = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const showPassage = (passage) => send("sellkit:show-passage", { passage });
const jump = (field) => send("sellkit:jump", { field });
const onJump = (ctx, fn) => ctx.listen(document, "sellkit:jump", (e) => fn(e.detail.field));

/* ---- keyboard ---- */

const typing = (event) => !!event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]");

function arrows(event, selector, { keys = "both", next = [], previous = [] } = {}) {
  const forward = [...next, ...(keys !== "column" ? ["ArrowRight"] : []), ...(keys !== "row" ? ["ArrowDown"] : [])];
  const back = [...previous, ...(keys !== "column" ? ["ArrowLeft"] : []), ...(keys !== "row" ? ["ArrowUp"] : [])];
  const items = [...event.currentTarget.querySelectorAll(selector)].filter((n) => n.getClientRects().length);
  const at = items.indexOf(document.activeElement.closest?.(selector));
  let to = null;
  if (forward.includes(event.key)) to = at < 0 ? 0 : (at + 1) % items.length;
  else if (back.includes(event.key)) to = at < 0 ? items.length - 1 : (at - 1 + items.length) % items.length;
  else if (event.key === "Home") to = 0;
  else if (event.key === "End") to = items.length - 1;
  if (to === null || !items.length) return null;
  event.preventDefault();
  items[to].focus();
  return items[to];
}

