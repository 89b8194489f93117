/* The rubric: a level and a comment for each criterion, and a word to the person. Each is an edit. */

function rubricPane(ctx) {
  const now = current(ctx);
  return h("section", { class: "sk-rubric", key: `rubric:${now.id}`, "aria-label": say(ctx, "rubric") },
    h("div", { class: "sk-rubric-head" }, h("h3", {}, say(ctx, "rubric")),
      h("span", { class: "sk-soft sk-small" }, say(ctx, "rubric-version", { version: now.rubric_version }))),
    now.criteria.some((c) => !c.levels.length) ? h("p", { class: "sk-soft sk-small", key: "auto" }, say(ctx, "automatic")) : null,
    h("ol", { class: "sk-criteria" }, now.criteria.map((c) => criterionCard(ctx, c))),
    h("section", { class: "sk-criterion", key: WHOLE, data: { criterion: WHOLE } },
      h("h4", {}, say(ctx, "word-to", { name: now.name || say(ctx, "nameless") })),
      h("p", { class: "sk-soft sk-small" }, say(ctx, "word-says")),
      commentBox(ctx, WHOLE, now.bank?.[WHOLE] ?? []), othersOf(now.others?.[WHOLE] ?? [])));
}

function criterionCard(ctx, criterion) {
  const { state } = ctx;
  const active = state.active === criterion.id;
  const mine = answer(ctx.model, placeOf(ctx, criterion.id));
  const level = typeof mine?.value === "number" ? mine.value : null;
  const judged = criterion.levels.length > 0;
  const points = judged && level !== null && !criterion.others.length ? criterion.maximum * level : criterion.points;
  const keydown = (event) => arrows(event, "[role=radio]");
  return h("li", { class: `sk-criterion ${active ? "sk-criterion-active" : ""}`, key: criterion.id, data: { criterion: criterion.id },
    onclick: () => { if (!active) activate(ctx, criterion.id, false); } },
    h("div", { class: "sk-criterion-head" },
      h("h4", {}, criterion.title),
      h("span", { class: "sk-points" }, say(ctx, "points-of", { points: number(ctx, points), maximum: number(ctx, criterion.maximum) }))),
    judged ? h("div", { class: "sk-levelset", role: "radiogroup", "aria-label": criterion.title, onkeydown: keydown },
      criterion.levels.map((l, at) => h("button", { class: "sk-leveldo", role: "radio", key: String(at), "aria-checked": String(level === l.points),
        tabindex: (level === null ? at === 0 : level === l.points) ? "0" : "-1", disabled: isOut(ctx) || locked(ctx.model),
        onclick: () => setLevel(ctx, criterion, level === l.points ? null : l.points) },
        h("kbd", {}, String(at + 1)), h("span", {}, l.says), h("span", { class: "sk-soft sk-small" }, number(ctx, l.points * criterion.maximum)))))
      : null,
    othersOf(criterion.others),
    judged || active || mine?.note ? commentBox(ctx, criterion.id, criterion.bank) : null);
}

function othersOf(others) {
  if (!others.length) return null;
  return h("ul", { class: "sk-others" }, others.map((o) => h("li", { key: o.assessor },
    h("strong", {}, o.assessor), o.level ? ` · ${o.level}` : "", o.comment ? h("p", {}, o.comment) : null)));
}

function commentBox(ctx, criterion, bank) {
  const { model, state } = ctx;
  const field = placeOf(ctx, criterion);
  const off = isOut(ctx) || locked(model);
  const draft = drafting(ctx, field, (text) => change(model, field, { note: text }), 700);
  const shown = draft.text ?? answer(model, field)?.note ?? "";
  const fresh = bank.filter((b) => !shown.includes(b.text));
  const use = (text) => {
    draft.type(shown.trim() ? `${shown.trimEnd()}\n${text}` : text);
    draft.commit();
    state.bank = null;
    find(ctx, `comment:${criterion}`)?.focus();
  };
  const open = state.bank === criterion;
  return h("div", { class: "sk-comment", key: `box:${criterion}` },
    h("label", { class: "sk-text" }, h("span", { class: "sk-hidden" }, say(ctx, "comment")),
      h("textarea", { key: `comment:${criterion}`, rows: criterion === WHOLE ? 3 : 2, placeholder: say(ctx, criterion === WHOLE ? "word-placeholder" : "comment-placeholder"),
        readonly: off, maxlength: 4000, value: shown, oninput: (e) => draft.type(e.currentTarget.value, e.currentTarget), onblur: draft.commit,
        onfocus: () => { if (criterion !== WHOLE && state.active !== criterion) activate(ctx, criterion, false); } })),
    fresh.length && !off ? h("div", { class: "sk-bank" },
      h("button", { class: "sk-more", "aria-expanded": String(open), onclick: () => { state.bank = open ? null : criterion; ctx.redraw(); } },
        say(ctx, "bank", { n: fresh.length })),
      open ? h("ul", {}, fresh.map((b) => h("li", { key: b.text }, h("button", { class: "sk-bankline", onclick: () => use(b.text) },
        h("span", {}, b.text), h("span", { class: "sk-soft sk-small" }, say(ctx, "used", { n: b.uses })))))) : null) : null);
}

function setLevel(ctx, criterion, points) {
  if (isOut(ctx)) return;
  change(ctx.model, placeOf(ctx, criterion.id), { value: points });
  activate(ctx, criterion.id, false);
}

function activate(ctx, id, scroll = true) {
  ctx.state.active = id;
  ctx.redraw();
  if (!scroll) return;
  queueMicrotask(() => {
    for (const node of ctx.root.querySelectorAll(`[data-criterion="${CSS.escape(id)}"]`)) node.scrollIntoView({ block: "nearest" });
  });
}
