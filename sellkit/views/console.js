/* The coach's console: its frame, and what all parts ask. The parts stand in front of it (views/console.py): console_queue,
 * console_head, console_answer, console_rubric, console_files, console_keys. Levels and comments are edits (field
 * "<submission>/<criterion>", {value: level, note: comment}); everything else is a command to Python. */

const WHOLE = "whole-answer";

const say = (ctx, key, params) => t(ctx.model, `desk.${key}`, params);
const number = (ctx, value) =>
  value === null || value === undefined ? "–" : new Intl.NumberFormat(language(ctx.model), { maximumFractionDigits: 2 }).format(value);
const current = (ctx) => ctx.model.get("current") ?? {};
const placeOf = (ctx, criterion) => `${current(ctx).id}/${criterion}`;
const isOut = (ctx) => ["released", "returned"].includes(current(ctx).state);
const judgeable = (ctx) => (current(ctx).criteria ?? []).filter((c) => c.levels.length);

function topPane(ctx) {
  const { model, state } = ctx;
  return h("div", { class: "sk-top", key: "top" },
    h("div", { class: "sk-row" }, h("h1", {}, say(ctx, "console")), h("span", { class: "sk-soft sk-small" }, model.get("spec").assessor)),
    savedState(ctx),
    h("div", { class: "sk-row sk-top-do" },
      button({ icon: "flag", kind: "quiet", key: "drawer", class: "sk-drawer", text: say(ctx, "queue"), pressed: !!state.drawer, onclick: () => { state.drawer = !state.drawer; ctx.redraw(); } }),
      button({ icon: "plus", key: "import", text: say(ctx, "import"), onclick: () => importDialog(ctx) }),
      button({ icon: "report", key: "export", text: say(ctx, "export"), onclick: () => exportDialog(ctx) }),
      iconButton({ icon: "help", kind: "quiet", key: "keys", label: `${say(ctx, "keys")} (?)`, onclick: () => keysDialog(ctx) }),
      languageSwitch(ctx)));
}

function savedState(ctx) {
  const { model } = ctx;
  const status = model.get("status") ?? {};
  const pending = (model.get("outbox") ?? []).length + draftsOf(model).size;
  const failed = status.state === "failed";
  const text = failed ? status.message || say(ctx, "save.failed") : pending ? say(ctx, "save.saving") : status.at ? say(ctx, "save.saved", { at: clock(model, status.at) }) : say(ctx, "save.idle");
  return h("span", { class: `sk-saved ${failed ? "sk-saved-failed" : ""}`, key: "saved", role: "status" }, icon(failed ? "warning" : pending ? "clock" : "check"), text);
}

export default defineView("console", {
  setup(ctx) {
    const { model, root } = ctx;
    root.tabIndex = -1;
    const opened = () => {
      ctx.state.active = (judgeable(ctx).find((c) => c.points === null) ?? judgeable(ctx)[0] ?? current(ctx).criteria?.[0])?.id;
      ctx.state.bank = null;
      ctx.state.shownId = current(ctx).id;
    };
    const changed = () => {
      const turned = ctx.state.shownId !== current(ctx).id;
      if (turned) opened();
      ctx.redraw();
      if (turned) queueMicrotask(() => showRow(ctx));
    };
    opened();
    requestAnimationFrame(() => showRow(ctx));
    for (const name of ["queue", "current", "imported"]) {
      const react = name === "current" ? changed : ctx.redraw;
      model.on(`change:${name}`, react);
      ctx.cleanup(() => model.off(`change:${name}`, react));
    }
    const message = (content, buffers) => {
      if (content.download) save(content, buffers);
      if (content.tell) toast(ctx, content.tell, { kind: content.kind, action: content.undo ? { text: say(ctx, "reopen"), onclick: () => command(model, "reopen", { id: content.undo }) } : undefined });
    };
    model.on("msg:custom", message);
    ctx.cleanup(() => model.off("msg:custom", message));
    ctx.cleanup(() => URL.revokeObjectURL(ctx.state.pictureUrl ?? ""));
    root.addEventListener("keydown", (event) => onKey(ctx, event));
    /* Nothing has the focus: the console is what the keys are for. */
    ctx.listen(document, "keydown", (event) => { if (event.target === document.body && root.getClientRects().length) onKey(ctx, event); });
  },
  draw(ctx) {
    const now = current(ctx);
    const empty = !now.id && !(ctx.model.get("queue")?.all);
    return [topPane(ctx), h("div", { class: `sk-desk ${ctx.state.drawer ? "sk-desk-drawer" : ""}`, key: "desk" },
      queuePane(ctx),
      now.id ? h("div", { class: "sk-main", key: "main" }, headPane(ctx), h("div", { class: "sk-sidebyside", key: "both" }, answerPane(ctx), rubricPane(ctx)))
        : h("div", { class: "sk-main sk-blank", key: "blank" }, icon("board"), h("h2", {}, say(ctx, empty ? "empty-title" : "pick-title")),
          h("p", { class: "sk-soft" }, say(ctx, empty ? "empty-says" : "pick-says")),
          empty ? button({ icon: "plus", kind: "main", text: say(ctx, "import"), onclick: () => importDialog(ctx) }) : null))];
  },
});
