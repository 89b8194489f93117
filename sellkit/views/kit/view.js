/* ---- a view ---- */

const TRAITS = ["spec", "value", "problems", "focus", "outbox", "conflicts", "status"];
const OURS = ["keydown", "keyup", "keypress", "pointerdown", "mousedown", "dblclick", "contextmenu", "input", "paste", "copy", "cut"];
const RETRY_MS = 5000;

function undoKeys(model, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event)) return;
  const letter = event.key.toLowerCase();
  const name = letter === "y" || (letter === "z" && event.shiftKey) ? "redo" : letter === "z" ? "undo" : null;
  if (!name) return;
  event.preventDefault();
  command(model, name);
}

function defineView(name, { setup, draw, edits = true }) {
  function render({ model, el }) {
    const root = h("div", { class: `sk sk-${name}`, "data-lm-suppress-shortcuts": "true" });
    const stage = h("div", { class: "sk-stage" });
    const layer = h("div", { class: "sk-layer" });
    const live = h("div", { class: "sk-hidden", "aria-live": "polite", role: "status" });
    const undoing = [];
    let scheduled = false;
    const drawNow = () => {
      scheduled = false;
      if (root.lang !== language(model)) root.lang = language(model); // to set it styles everything anew
      patch(stage, [draw(ctx)].flat(Infinity).filter((n) => n instanceof Node));
      for (const again of ctx.dialogs) again();
    };
    const ctx = {
      model, root, layer, live, state: {}, dialogs: new Set(), stage,
      redraw: () => {
        if (scheduled) return;
        scheduled = true;
        queueMicrotask(drawNow);
      },
      cleanup: (fn) => undoing.push(fn),
      listen: (target, type, fn, options) => {
        target.addEventListener(type, fn, options);
        undoing.push(() => target.removeEventListener(type, fn, options));
      },
    };
    el.classList.add("sk-host", `sk-host-${name}`);
    root.append(stage, layer, live);
    el.append(root);
    /* JupyterLab would take letters and arrows as its own commands. */
    for (const type of OURS) root.addEventListener(type, (e) => e.stopPropagation());
    root.addEventListener("keydown", (e) => undoKeys(model, e));
    root.addEventListener("compositionstart", (e) => { e.target._composing = true; });
    root.addEventListener("compositionend", (e) => { e.target._composing = false; });
    for (const trait of TRAITS) {
      model.on(`change:${trait}`, ctx.redraw);
      undoing.push(() => model.off(`change:${trait}`, ctx.redraw));
    }
    const acknowledged = () => dropAcknowledged(model);
    model.on("change:acks", acknowledged);
    undoing.push(() => model.off("change:acks", acknowledged));
    ctx.listen(document, "sellkit:focus", ({ detail }) => isOurs(model, detail) && model.set("focus", detail.field));
    const retry = setInterval(() => {
      if (edits) replayKept(model, isDue);
      offerAgain(model);
    }, RETRY_MS);
    undoing.push(() => clearInterval(retry));
    if (edits) {
      ctx.listen(document, "sellkit:cite", ({ detail }) => isOurs(model, detail) && putCite(model, detail));
      const leave = () => flush(model);
      ctx.listen(document, "sellkit:flush", () => flush(model));
      ctx.listen(document, "sellkit:ask-outbox", () => sayOutbox(model));
      ctx.listen(window, "pagehide", leave);
      ctx.listen(document, "visibilitychange", () => document.hidden && leave());
      replayKept(model);
      sayOutbox(model);
    }
    setup?.(ctx);
    drawNow();
    return () => {
      flush(model);
      for (const undo of undoing) undo();
    };
  }
  return { render };
}
