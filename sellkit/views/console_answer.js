/* The answer laid over the reference: right, missing, extra, different, with the passages. */

const GLYPHS = { right: "✓", near: "≈", missing: "–", extra: "+", different: "≠", unknown: "?" };

function answerPane(ctx) {
  const now = current(ctx);
  const { state } = ctx;
  const sections = now.criteria.filter((c) => c.items.length);
  const off = sections.flatMap((c) => c.items).filter((i) => i.verdict !== "right").length;
  return h("section", { class: "sk-answer", key: `answer:${now.id}`, "aria-label": say(ctx, "answer") },
    now.picture ? picture(ctx, now) : null,
    now.notice ? h("p", { class: "sk-note", key: "notice" }, icon("hint"), now.notice) : null,
    sections.length ? h("div", { class: "sk-answer-head", key: "head" },
      h("h3", {}, say(ctx, "over-reference")),
      button({ kind: "quiet", icon: "eye", key: "only", pressed: !!state.only, text: say(ctx, "only-off", { n: off }),
        onclick: () => { state.only = !state.only; ctx.redraw(); } })) : null,
    sections.map((c) => comparison(ctx, c)),
    now.answer.length ? wholeAnswer(ctx, now, !sections.length) : null);
}

function picture(ctx, now) {
  const { state } = ctx;
  if (state.pictureOf !== now.picture) {
    URL.revokeObjectURL(state.pictureUrl ?? "");
    /* As an image: nothing inside it can run. */
    state.pictureUrl = URL.createObjectURL(new Blob([now.picture], { type: "image/svg+xml" }));
    state.pictureOf = now.picture;
  }
  return h("details", { class: "sk-picture", key: "picture", open: state.pictureOpen !== false, ontoggle: (e) => { state.pictureOpen = e.currentTarget.open; } },
    h("summary", {}, say(ctx, "picture")), h("img", { src: state.pictureUrl, alt: say(ctx, "picture") }));
}

function comparison(ctx, criterion) {
  const shown = ctx.state.only ? criterion.items.filter((i) => i.verdict !== "right") : criterion.items;
  const counts = Object.keys(GLYPHS).map((v) => [v, criterion.items.filter((i) => i.verdict === v).length]).filter(([, n]) => n);
  return h("section", { class: "sk-comparison", key: `c:${criterion.id}`, data: { criterion: criterion.id } },
    h("header", {}, h("h4", {}, criterion.title),
      h("span", { class: "sk-counts" }, counts.map(([v, n]) => h("span", { class: `sk-v-${v}`, key: v, title: say(ctx, `verdict.${v}`) },
        h("span", { "aria-hidden": "true" }, GLYPHS[v]), h("span", { class: "sk-hidden" }, say(ctx, `verdict.${v}`)), String(n)))),
      h("span", { class: "sk-points" }, say(ctx, "points-of", { points: number(ctx, criterion.points), maximum: number(ctx, criterion.maximum) }))),
    shown.length ? h("ul", { class: "sk-items" }, shown.map((item, at) => itemRow(ctx, criterion, item, at)))
      : h("p", { class: "sk-soft sk-small" }, say(ctx, "all-right")));
}

function itemRow(ctx, criterion, item, at) {
  const { state } = ctx;
  const key = `${criterion.id}:${item.field}:${at}`;
  state.unfolded ??= new Set();
  /* What was claimed and is not so is explained at once; the rest on demand. */
  const telling = ["different", "near", "extra"].includes(item.verdict);
  const open = telling || state.unfolded.has(key);
  const more = item.why || item.note || item.cites.length || item.rests.length;
  const toggle = () => {
    if (!state.unfolded.delete(key)) state.unfolded.add(key);
    ctx.redraw();
  };
  const differs = item.expected && item.expected !== item.given;
  return h("li", { class: `sk-item sk-v-${item.verdict}`, key },
    h("span", { class: "sk-badge" }, h("span", { class: "sk-glyph", "aria-hidden": "true" }, GLYPHS[item.verdict]), say(ctx, `verdict.${item.verdict}`)),
    h("span", { class: "sk-where" }, item.label),
    h("span", { class: "sk-item-points" }, number(ctx, item.points)),
    h("dl", { class: `sk-sides ${`${item.given}${item.expected}`.length > 90 ? "sk-sides-long" : ""}` },
      h("div", {}, h("dt", {}, say(ctx, "given")), h("dd", {}, item.given || t(ctx.model, "labels.blank"))),
      differs ? h("div", { class: "sk-expected" }, h("dt", {}, say(ctx, "expected")), h("dd", {}, item.expected)) : null),
    open && more ? h("div", { class: "sk-why" },
      item.why ? h("p", {}, item.why) : null,
      item.note ? h("p", { class: "sk-soft" }, say(ctx, "trainee-note", { note: item.note })) : null,
      citeList(ctx, "cited", item.cites), citeList(ctx, "rests-on", item.rests)) : null,
    !telling && more ? h("button", { class: "sk-more", "aria-expanded": String(open), onclick: toggle }, say(ctx, open ? "less" : "why")) : null);
}

function citeList(ctx, kind, cites) {
  if (!cites.length) return null;
  const passages = current(ctx).passages;
  return h("div", { class: "sk-citelist", key: kind }, h("span", { class: "sk-soft sk-small" }, say(ctx, kind)),
    cites.map((id) => chip({ key: id, icon: "cite", text: passages[id]?.label ?? id, label: t(ctx.model, "views.kit.show-passage", { passage: passages[id]?.label ?? id }),
      onclick: () => passageDialog(ctx, id) })));
}

function passageDialog(ctx, id) {
  const found = current(ctx).passages[id];
  dialog(ctx, { title: found?.label ?? id, draw: () => h("blockquote", { class: "sk-passage" },
    found ? found.lines.map((line) => h("p", {}, line)) : say(ctx, "no-passage")) });
}

function wholeAnswer(ctx, now, open) {
  const { state } = ctx;
  return h("details", { class: "sk-whole", key: "whole", open: state.wholeOpen ?? open, ontoggle: (e) => { state.wholeOpen = e.currentTarget.open; } },
    h("summary", {}, say(ctx, "whole")),
    now.answer.map((group) => h("section", { class: "sk-group", key: group.id },
      h("h4", {}, group.title),
      h("dl", {}, group.fields.map((f) => h("div", { key: f.field }, h("dt", {}, f.label),
        h("dd", {}, f.text, f.sure ? h("span", { class: "sk-soft sk-small" }, ` · ${f.sure}`) : null,
          f.note ? h("p", { class: "sk-soft" }, f.note) : null, citeList(ctx, "cited", f.cites))))))));
}
