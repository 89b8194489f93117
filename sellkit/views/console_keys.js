/* The console by keyboard: what each key does, and the list of them. */

function onKey(ctx, event) {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || ctx.layer.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && typing(event)) {
    event.target.blur();
    ctx.root.focus();
    return;
  }
  if (typing(event)) return;
  const act = action(ctx, event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

function action(ctx, key) {
  const low = key.length === 1 ? key.toLowerCase() : key;
  if (low === "/") return () => { ctx.state.drawer = true; ctx.redraw(); queueMicrotask(() => find(ctx, "search")?.focus()); };
  if (low === "?") return () => keysDialog(ctx);
  if (!current(ctx).id) return null;
  const criteria = current(ctx).criteria;
  const at = criteria.findIndex((c) => c.id === ctx.state.active);
  const here = criteria[at];
  if (low === "n") return () => current(ctx).next && step(ctx, "next");
  if (low === "p") return () => current(ctx).previous && step(ctx, "previous");
  if (low === "j" && criteria.length) return () => activate(ctx, criteria[Math.min(at + 1, criteria.length - 1)].id);
  if (low === "k" && criteria.length) return () => activate(ctx, criteria[Math.max(at - 1, 0)].id);
  if (low === "r") return () => release(ctx);
  if (low === "b") return () => sendBack(ctx);
  if (low === "f") return () => { ctx.state.only = !ctx.state.only; ctx.redraw(); };
  if (low === "c") return () => {
    ctx.redraw();
    queueMicrotask(() => (find(ctx, `comment:${ctx.state.active}`) ?? find(ctx, `comment:${WHOLE}`))?.focus());
  };
  const digit = Number(low);
  if (digit >= 1 && here?.levels[digit - 1]) return () => setLevel(ctx, here, here.levels[digit - 1].points);
  return null;
}

function keysDialog(ctx) {
  const keys = [["1 … 9", "key.level"], ["J / K", "key.criterion"], ["C", "key.comment"], ["Esc", "key.escape"], ["N / P", "key.answer"], ["R", "key.release"], ["B", "key.return"], ["F", "key.only"], ["/", "key.search"], ["?", "key.help"]];
  dialog(ctx, { title: say(ctx, "keys"), draw: () => h("dl", { class: "sk-keys" }, keys.map(([key, text]) => h("div", { key }, h("dt", {}, h("kbd", {}, key)), h("dd", {}, say(ctx, text))))) });
}
