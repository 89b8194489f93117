/* The checks: each finding says what is wrong, where, and what to do; a click goes there. */

const LEVELS = ["error", "warning", "hint"];

function goTo(ctx, field) {
  const label = ctx.model.get("spec").labels?.[field] ?? "";
  send("sellkit:pane", { pane: "board" });
  if (field) {
    setFocus(ctx.model, field, label);
    jump(field);
  }
}

function card(ctx, finding) {
  const { model } = ctx;
  const place = model.get("spec").labels?.[finding.place];
  return h("li", { key: `${finding.code}:${finding.place}` },
    h("button", { class: `sk-check sk-check-${finding.severity}`, onclick: () => goTo(ctx, finding.place) },
      h("span", { class: "sk-check-head" }, severity(model, finding.severity), place ? h("span", { class: "sk-check-place" }, place) : null),
      h("span", { class: "sk-check-says" }, finding.message),
      finding.next ? h("span", { class: "sk-check-next" }, icon("right"), finding.next) : null));
}

export default defineView("checks", {
  edits: false,
  setup(ctx) {
    const say = () => announce(ctx, t(ctx.model, "views.kit.problems", { n: ctx.model.get("problems").length }));
    ctx.model.on("change:problems", say);
    ctx.cleanup(() => ctx.model.off("change:problems", say));
  },
  draw(ctx) {
    const { model } = ctx;
    const all = model.get("problems") ?? [];
    const begun = Object.keys(answers(model)).length > 0;
    const counts = LEVELS.map((level) => [level, all.filter((p) => p.severity === level).length]).filter(([, n]) => n);
    return h("section", { class: "sk-card", "aria-label": t(model, "views.checks.title") },
      h("header", { class: "sk-check-top" }, h("h2", {}, t(model, "views.checks.title")),
        h("div", { class: "sk-row" }, counts.map(([level, n]) => h("span", { class: `sk-severity sk-severity-${level}`, key: level, title: t(model, `views.kit.severity.${level}`) },
          icon({ error: "error", warning: "warning", hint: "hint" }[level], t(model, `views.kit.severity.${level}`)), h("span", {}, n))))),
      all.length ? h("ul", { class: "sk-check-list" }, LEVELS.flatMap((level) => all.filter((p) => p.severity === level)).map((p) => card(ctx, p)))
        : h("div", { class: "sk-check-none" }, icon(begun ? "check" : "pen"),
          h("p", {}, h("strong", {}, t(model, begun ? "views.checks.clean" : "views.checks.untouched")), h("br", {}),
            t(model, begun ? "views.checks.clean-says" : "views.checks.untouched-says"))));
  },
});
