/* A method written as data: questions in parts, one open at a time; the others show what they were answered with. */

const methodOf = (model) => model.get("spec").method ?? { sections: [] };
const standing = (model) => model.get("standing") ?? {};
const entriesOf = (model) => methodOf(model).sections.flatMap((section) => section.entries);
const entryAt = (model, field) => entriesOf(model).find((entry) => entry.marks.some((mark) => mark.field === field || field.startsWith(`${mark.field}/`)));
const labelOf = (model, mark) => model.get("spec").labels?.[mark.field] ?? mark.label;
const isTable = (model) => methodOf(model).shape === "table";

function open(ctx, entry, field) {
  ctx.state.open = entry.id;
  ctx.state.added.add(entry.id);
  ctx.redraw();
  requestAnimationFrame(() => {
    const card = find(ctx, `entry:${entry.id}`);
    const place = [...card?.querySelectorAll("[data-field]") ?? []].find((node) => node.dataset.field === (field ?? entry.marks[0]?.field));
    (place?.matches("textarea") ? place : place?.querySelector("[tabindex='0'], textarea, select, [role=checkbox]") ?? card?.querySelector(".sk-fold"))?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "nearest" });
  });
}

/* ---- what was answered, in short ---- */

function stateOf(a) {
  return isBlank(a) || (Array.isArray(a.value) && !a.value.length) ? "blank" : isUnknown(a) ? "unknown" : isConfirmed(a) ? "firm" : "open";
}

function valueText(model, mark, a) {
  const state = stateOf(a);
  if (state === "blank") return t(model, "views.method.blank");
  if (state === "unknown") return t(model, "views.kit.unknown");
  return [a.value].flat().map((value) => mark.options?.find((o) => o.id === value)?.name ?? value).join(t(model, "views.method.and"));
}

function pill(model, mark) {
  const a = answer(model, mark.field);
  const state = stateOf(a);
  const level = mark.options?.find((o) => o.id === a?.value);
  const spoken = state === "open" && mark.evidence ? t(model, "views.method.not-confirmed") : "";
  return h("span", { class: `sk-pill sk-pill-${mark.evidence ? state : state === "open" ? "firm" : state}`, key: `pill:${mark.field}` },
    mark.short ? h("span", { class: "sk-pill-of" }, mark.short) : null,
    state === "unknown" ? h("b", { "aria-hidden": "true" }, "?") : level?.sign ? h("b", { "aria-hidden": "true" }, level.sign) : null,
    h("span", {}, valueText(model, mark, a)), spoken ? h("span", { class: "sk-hidden" }, spoken) : null);
}

/* ---- one question ---- */

function levelChoice(ctx, mark) {
  const { model } = ctx;
  const a = answer(model, mark.field);
  return [
    choice(ctx, { field: mark.field, label: mark.label, options: mark.options, help: mark.help, focusLabel: labelOf(model, mark), told: mark.told }),
    isUnknown(a) && mark.ask ? h("p", { class: "sk-ask-them" }, icon("notice"), h("span", {}, h("strong", {}, t(model, "views.method.ask")), mark.ask)) : null,
  ];
}

function written(ctx, mark) {
  const { model } = ctx;
  return h("div", { class: "sk-written", onfocusin: () => setFocus(model, mark.field, labelOf(model, mark)) },
    textField(ctx, { field: mark.field, label: mark.label, placeholder: mark.placeholder, rows: 1 }));
}

function several(ctx, mark) {
  const { model } = ctx;
  const a = answer(model, mark.field);
  const on = Array.isArray(a?.value) ? a.value : [];
  const flip = (id) => change(model, mark.field, { value: on.includes(id) ? on.filter((other) => other !== id) : [...on, id] });
  return h("div", { class: "sk-choice", data: { field: mark.field }, onfocusin: () => setFocus(model, mark.field, labelOf(model, mark)) },
    h("span", { class: "sk-label" }, mark.label),
    h("div", { class: "sk-segmented", role: "group", "aria-label": mark.label, onkeydown: (e) => arrows(e, "[role=checkbox]") },
      mark.options.map((o) => h("button", { class: "sk-segment", role: "checkbox", key: o.id, "aria-checked": String(on.includes(o.id)), disabled: locked(model),
        onclick: () => flip(o.id) }, h("span", {}, o.name)))));
}

const CONTROLS = { text: written, some: several };

function markOf(ctx, mark) {
  const { model } = ctx;
  const a = answer(model, mark.field);
  const bare = stateOf(a) === "blank" && !a?.cites?.length;
  return h("div", { class: "sk-mark", key: mark.field },
    (CONTROLS[mark.kind] ?? levelChoice)(ctx, mark),
    mark.evidence ? notConfirmed(ctx, mark.field) : null,
    !mark.evidence || bare || isUnknown(a) ? null : citeRow(ctx, { field: mark.field, label: labelOf(model, mark) }),
    findingsAt(ctx, mark.field, { exact: true }));
}

/* ---- one part ---- */

/* What Python says about it: the stage that the evidence carries, what may not fail, what is short of its stage. */
function flags(ctx, entry) {
  const { model } = ctx;
  return Object.entries(standing(model).flags?.[entry.id] ?? {}).map(([flag, params]) =>
    h("span", { class: `sk-flag sk-flag-${flag}`, key: flag }, icon({ reached: "check", claimed: "flag", zero: "error", below: "warning", next: "up" }[flag]), t(model, `views.method.flag.${flag}`, params)));
}

function card(ctx, entry, at, all) {
  const { model, state } = ctx;
  const isOpen = state.open === entry.id;
  const now = answers(model);
  const fields = entry.marks.map((mark) => mark.field);
  const problems = (model.get("problems") ?? []).filter((p) => fields.includes(p.place));
  const sign = JSON.stringify([numberOf(model.get("spec")), locked(model), isOpen, fields.includes(model.get("focus")) ? model.get("focus") : "",
    fields.map((field) => now[field]), problems, standing(model).flags?.[entry.id]]);
  return kept("li", `entry:${entry.id}`, sign, () => drawnCard(ctx, entry, isOpen, problems, all[at + 1]));
}

function drawnCard(ctx, entry, isOpen, problems, next) {
  const { model, state } = ctx;
  const raised = standing(model).flags?.[entry.id] ?? {};
  return h("li", { class: `sk-card sk-entry ${isOpen ? "is-open" : ""} ${raised.reached ? "is-reached" : ""}`, key: `entry:${entry.id}`, data: { entry: entry.id } },
    h("button", { class: "sk-fold", "aria-expanded": String(isOpen), key: `fold:${entry.id}`, onclick: () => (isOpen ? (state.open = null, ctx.redraw()) : open(ctx, entry)) },
      icon(isOpen ? "down" : "right"), h("h4", {}, entry.name),
      isOpen ? null : h("span", { class: "sk-pills" }, inShort(model, entry)),
      !isOpen && problems.length ? h("span", { class: "sk-fact-faults" }, icon("warning"), t(model, "views.method.faults", { n: problems.length })) : null),
    h("div", { class: "sk-flags", key: "flags" }, flags(ctx, entry)),
    isOpen ? h("div", { class: "sk-asked", key: "asked" },
      entry.says ? h("p", { class: "sk-asks" }, entry.says) : null,
      (entry.notes ?? []).map((note) => h("p", { class: "sk-soft sk-small" }, note)),
      entry.marks.map((mark) => markOf(ctx, mark)), placed(model, entry),
      next ? button({ kind: "quiet", icon: "right", class: "sk-next-entry", key: "next", text: t(model, "views.method.next", { name: next.name }), onclick: () => open(ctx, next) }) : null) : null);
}

function inShort(model, entry) {
  const given = entry.marks.filter((mark) => stateOf(answer(model, mark.field)) !== "blank");
  if (!given.length) return h("span", { class: "sk-pill sk-pill-blank" }, t(model, "views.method.blank"));
  if (isTable(model)) return h("span", { class: "sk-soft sk-small" }, valueText(model, given[0], answer(model, given[0].field)));
  if (!entry.tally && entry.marks.length < 5) return entry.marks.map((mark) => pill(model, mark));
  const firm = given.filter((mark) => stateOf(answer(model, mark.field)) === "firm");
  return h("span", { class: "sk-soft sk-small" }, t(model, "views.method.tally", { n: given.length, of: entry.marks.length, firm: firm.length }));
}

/* ---- the whole ---- */

function shown(ctx, section) {
  const begun = (entry) => ctx.state.added.has(entry.id) || entry.marks.some((mark) => answer(ctx.model, mark.field));
  return isTable(ctx.model) ? section.entries.filter((entry, at) => at === 0 || begun(entry)) : section.entries;
}

/* The order in which one is answered after another: a ladder is climbed from below. */
function inTurn(ctx, { shape, sections }) {
  return sections.flatMap((section) => (shape === "ladder" ? [...section.entries].reverse() : shown(ctx, section)));
}

function addRow(ctx) {
  const { model } = ctx;
  const rows = methodOf(model).sections[0]?.entries ?? [];
  const hidden = rows.find((row) => !shown(ctx, { entries: rows }).includes(row));
  return hidden && !locked(model) ? button({ icon: "plus", class: "sk-add", key: "add", text: t(model, "views.method.add-row"), onclick: () => open(ctx, hidden) }) : null;
}

function summary(model) {
  const now = standing(model);
  return (now.says ?? []).map(([key, params]) => h("span", { key }, t(model, `views.method.standing.${key}`, { ...params, stage: methodOf(model).stage })));
}

export default defineView("method", {
  setup(ctx) {
    ctx.state.added = new Set();
    const first = entriesOf(ctx.model);
    ctx.state.open = (methodOf(ctx.model).shape === "ladder" ? null : first[0]?.id) ?? null;
    ctx.model.on("change:standing", ctx.redraw);
    ctx.cleanup(() => ctx.model.off("change:standing", ctx.redraw));
    onJump(ctx, (field) => {
      const entry = entryAt(ctx.model, field);
      if (entry) open(ctx, entry, field);
    });
  },
  draw(ctx) {
    const { model } = ctx;
    const method = methodOf(model);
    const all = inTurn(ctx, method);
    return h("section", { class: `sk-method-box sk-method-${method.shape}`, "aria-label": method.title },
      h("header", { class: "sk-method-top" }, h("h2", {}, method.title), h("p", { class: "sk-soft sk-small" }, method.says),
        h("p", { class: "sk-standing", key: "standing" }, summary(model))),
      gridMap(ctx),
      method.sections.map((section) => h("section", { class: "sk-method-group", key: `section:${section.id}`, "aria-label": section.name || method.title },
        section.name ? h("h3", {}, section.name) : null, section.says ? h("p", { class: "sk-soft sk-small" }, section.says) : null,
        h("ul", { class: "sk-entries", key: "entries" }, shown(ctx, section).map((entry) => card(ctx, entry, all.indexOf(entry), all))))),
      isTable(model) ? addRow(ctx) : null,
      h("p", { class: "sk-soft sk-small sk-source" }, t(model, "views.method.source", { source: method.source })));
  },
});
