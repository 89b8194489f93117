/* ---- over the page ---- */

function dialog(ctx, { title, draw, actions, wide, onclose }) {
  const { model } = ctx;
  const id = newId();
  const node = document.createElement("dialog");
  node.className = `sk-dialog ${wide ? "sk-dialog-wide" : ""}`;
  node.setAttribute("aria-labelledby", id);
  const close = () => node.close();
  const redraw = () => patch(node, [
    h("div", { class: "sk-dialog-head" }, h("h2", { id }, title),
      iconButton({ icon: "close", kind: "quiet", label: t(model, "views.kit.close"), onclick: close })),
    h("div", { class: "sk-dialog-body" }, draw(close)),
    actions ? h("div", { class: "sk-dialog-actions" }, actions(close)) : h("div", { class: "sk-dialog-actions sk-hidden" })]);
  node.addEventListener("click", (e) => { if (e.target === node) close(); });
  node.addEventListener("close", () => {
    ctx.dialogs.delete(redraw);
    node.remove();
    onclose?.();
  });
  ctx.dialogs.add(redraw);
  redraw();
  ctx.layer.append(node);
  node.showModal();
  return { close, redraw, node };
}

function helpChoose(ctx, { title, options, value, onpick, help = [] }) {
  const { model } = ctx;
  let hinted = null;
  const box = dialog(ctx, { title, draw: (close) => [
    help.map((question, at) => h("fieldset", { class: "sk-ask", key: `ask${at}` }, h("legend", {}, question.ask),
      question.answers.map((a) => h("button", { class: "sk-button", "aria-pressed": String(hinted === a), key: a.says,
        onclick: () => { hinted = a; box.redraw(); announce(ctx, a.because); } }, a.says)),
      question.answers.includes(hinted) ? h("p", { class: "sk-because" }, icon("hint"), h("span", {},
        h("strong", {}, t(model, "views.kit.suggests", { level: options.find((o) => o.id === hinted.level)?.name ?? hinted.level })), " ", hinted.because)) : null)),
    h("ul", { class: "sk-levels", key: "levels" }, options.map((o) => h("li", { key: o.id },
      h("button", { class: `sk-level ${hinted?.level === o.id ? "is-hinted" : ""}`, "aria-pressed": String(o.id === value), disabled: locked(model),
        onclick: () => { if (o.id !== value) onpick(o.id); close(); } },
        h("strong", {}, o.sign ? h("span", { class: "sk-sign" }, o.sign) : null, o.name), h("span", {}, o.says ?? "")))))] });
  return box;
}

function toast(ctx, text, { kind = "", action } = {}) {
  const node = h("div", { class: `sk-toast ${kind ? `sk-toast-${kind}` : ""}`, role: "status" }, h("span", {}, text),
    action ? button({ text: action.text, kind: "quiet", onclick: () => { node.remove(); action.onclick(); } }) : null);
  ctx.layer.querySelector(".sk-toast")?.remove();
  ctx.layer.append(node);
  setTimeout(() => node.remove(), action ? 8000 : 4000);
}

function announce(ctx, text) {
  ctx.live.textContent = "";
  setTimeout(() => { ctx.live.textContent = text; }, 50);
}

