/* The start page: one card per exercise, with where I stand. */

const STATES = { new: "flag", working: "pen", submitted: "send", feedback: "star" };

function standing(ctx, exercise) {
  const { model } = ctx;
  const { state, filled = 0, total = 0 } = exercise;
  return [h("span", { class: `sk-standing sk-standing-${state}` }, icon(STATES[state] ?? "flag"), h("span", {}, t(model, `views.start.state.${state}`))),
    total && state !== "new" ? h("div", { class: "sk-progress" },
      h("span", { class: "sk-track", "aria-hidden": "true" }, h("span", { class: "sk-fill", style: { width: `${Math.min(100, (100 * filled) / total)}%` } })),
      h("span", { class: "sk-small sk-soft" }, t(model, "views.kit.progress", { filled, total }))) : null];
}

function card(ctx, exercise, at) {
  const { model } = ctx;
  const { state } = exercise;
  /* In the room the coach's words have an address of their own, and the answer stays open beside them. */
  const told = exercise.feedback ? h("a", { class: "sk-button sk-button-main", href: exercise.feedback, key: "feedback",
    "aria-label": `${t(model, "views.start.open.feedback")}: ${exercise.title}` }, t(model, "views.start.open.feedback")) : null;
  const action = t(model, `views.start.open.${told ? "submitted" : state}`);
  const props = { class: `sk-button ${state === "submitted" || told ? "" : "sk-button-main"}`, "aria-label": `${action}: ${exercise.title}`, key: "open" };
  const door = exercise.href ? h("a", { ...props, href: exercise.href }, action)
    : h("button", { ...props, onclick: () => command(model, "open", { exercise: exercise.id }) }, action);
  return h("li", { class: "sk-card sk-exercise", key: exercise.id },
    h("div", { class: "sk-exercise-top" }, h("span", { class: "sk-number", "aria-hidden": "true" }, at + 1), icon(exercise.icon),
      h("span", { class: "sk-small sk-soft sk-minutes" }, icon("clock"), t(model, "views.kit.minutes", { n: exercise.minutes }))),
    h("h2", {}, exercise.title),
    exercise.summary ? h("p", { class: "sk-soft" }, exercise.summary) : null,
    h("div", { class: "sk-exercise-foot" }, h("div", { class: "sk-exercise-state" }, standing(ctx, exercise),
      exercise.at ? h("span", { class: "sk-small sk-soft" }, t(model, exercise.attempts ? "views.start.submitted-at" : "views.start.changed-at", { at: `${day(model, exercise.at)} ${clock(model, exercise.at).slice(0, 5)}`, n: exercise.attempts })) : null), h("div", { class: "sk-row" }, door, told)));
}

export default defineView("start", {
  edits: false,
  draw(ctx) {
    const { model } = ctx;
    const { person, team, case: story, exercises = [] } = model.get("spec");
    return h("div", { class: "sk-start-box" },
      h("header", { class: "sk-hero" },
        h("div", { class: "sk-hero-top" }, h("p", { class: "sk-grow sk-soft" }, person ? t(model, team ? "views.start.hello-team" : "views.start.hello", { person, team }) : ""),
          languageSwitch(ctx)),
        h("h1", {}, story?.title ?? t(model, "views.start.title")),
        story?.summary ? h("p", { class: "sk-lead" }, story.summary) : null,
        story?.seller ? h("p", { class: "sk-seller" }, icon("person"), h("span", {}, h("strong", {}, t(model, "views.start.you-are")), " ", story.seller)) : null),
      model.get("status")?.message ? h("div", { class: "sk-notice", role: "alert", key: "notice" }, icon("warning"), h("span", { class: "sk-grow" }, model.get("status").message)) : null,
      h("h2", { class: "sk-hidden" }, t(model, "views.start.exercises")),
      exercises.length ? h("ol", { class: "sk-exercises" }, exercises.map((e, at) => card(ctx, e, at))) : h("p", { class: "sk-empty" }, t(model, "views.start.none")));
  },
});
