/* The initiatives: cards; one is open at a time, the others show the sentence that they make. */

const SLOTS = ["i1", "i2", "i3", "i4", "i5", "i6", "i7", "i8"];
const PARTS = ["result", "work", "class", "owner"];

const classes = (model) => model.get("spec").scales?.["initiative-class"] ?? [];

const used = (model, slot) => PARTS.some((part) => answer(model, `${slot}/${part}`));

function slotsShown(ctx) {
  const shown = SLOTS.filter((slot) => used(ctx.model, slot) || ctx.state.added.has(slot));
  return shown.length ? shown : ["i1"];
}

/* Numbered by slot, as the checks and the coach name it; a removed one leaves a gap rather than renaming the rest. */
const nameOf = (ctx, slot) => t(ctx.model, "views.initiatives.name", { n: slot.slice(1) });
const labelOf = (ctx, field) => ctx.model.get("spec").labels?.[field] ?? (field === "leading" ? t(ctx.model, "views.initiatives.leading") : nameOf(ctx, field.split("/")[0]));

function open(ctx, slot, part) {
  ctx.state.open = slot;
  ctx.redraw();
  requestAnimationFrame(() => {
    const place = find(ctx, part === "class" ? `class:${slot}` : part === "owner" ? `owner:${slot}` : `text:${slot}/${part ?? "result"}`);
    (place?.matches("textarea, select") ? place : place?.querySelector("[tabindex='0']"))?.focus();
    place?.closest(".sk-initiative")?.scrollIntoView({ block: "nearest" });
  });
}

function add(ctx) {
  const shown = slotsShown(ctx);
  const free = SLOTS.find((slot) => !shown.includes(slot));
  if (!free) return;
  for (const slot of shown) ctx.state.added.add(slot);
  ctx.state.added.add(free);
  open(ctx, free);
}

function remove(ctx, slot) {
  const { model } = ctx;
  const name = nameOf(ctx, slot);
  flush(model);
  const gone = [...PARTS.map((part) => `${slot}/${part}`), ...(answer(model, "leading")?.value === slot ? ["leading"] : [])]
    .map((field) => [field, answer(model, field)]).filter(([, was]) => was);
  for (const [field] of gone) edit(model, field, null);
  ctx.state.added.delete(slot);
  if (ctx.state.open === slot) ctx.state.open = null;
  ctx.redraw();
  toast(ctx, t(model, "views.initiatives.removed", { name }), gone.length ? { action: { text: t(model, "views.initiatives.bring-back"),
    onclick: () => { for (const [field, was] of gone) edit(model, field, was); } } } : {});
}

/* The sentence as it forms: the template says where the two parts stand in this language. */
function sentence(ctx, slot) {
  const { model } = ctx;
  return h("p", { class: "sk-sentence" }, t(model, "views.initiatives.sentence").split(/(\{result\}|\{work\})/).map((piece, at, all) => {
    const part = piece.match(/^\{(\w+)\}$/)?.[1];
    if (!part) return piece;
    /* Who wrote "by …" already shall not read "by by". */
    const joint = (all[at - 1] ?? "").trim().toLowerCase();
    const typed = textNow(model, `${slot}/${part}`).trim().replace(/[.。;；]$/, "");
    const text = joint && typed.toLowerCase().startsWith(joint) ? typed.slice(joint.length).trim() : typed;
    return text ? h("span", { class: `sk-part sk-part-${part}` }, text)
      : h("span", { class: "sk-part sk-part-open" }, t(model, `views.initiatives.${part}-open`));
  }));
}

function star(ctx, slot) {
  const { model } = ctx;
  const leads = answer(model, "leading")?.value === slot;
  return h("button", { class: "sk-star", "aria-pressed": String(leads), key: `star:${slot}`, disabled: locked(model), tabindex: "0",
    "aria-label": t(model, "views.initiatives.leads", { name: nameOf(ctx, slot) }), title: t(model, "views.initiatives.leading-says"),
    onclick: () => {
      change(model, "leading", { value: leads ? null : slot });
      if (!leads) setFocus(model, "leading", labelOf(ctx, "leading"));
    } },
    icon("star"), h("span", {}, t(model, leads ? "views.initiatives.leading" : "views.initiatives.make-leading")));
}

function summary(ctx, slot) {
  const { model } = ctx;
  const owner = answer(model, `${slot}/owner`)?.value;
  const kind = answer(model, `${slot}/class`)?.value;
  const cites = answer(model, `${slot}/result`)?.cites?.length ?? 0;
  const person = owner === "unknown" ? t(model, "views.kit.unknown") : (model.get("spec").people ?? []).find((p) => p.id === owner)?.name;
  const faults = (model.get("problems") ?? []).filter((p) => p.place?.startsWith(`${slot}/`) || p.place === slot).length;
  return h("span", { class: "sk-row sk-small sk-facts" },
    kind ? h("span", { class: "sk-fact" }, icon("figures"), classes(model).find((c) => c.id === kind)?.name ?? t(model, "views.kit.unknown")) : null,
    person ? h("span", { class: "sk-fact" }, icon("person"), person) : null,
    h("span", { class: "sk-fact" }, icon("cite"), t(model, "views.initiatives.cited", { n: cites })),
    faults ? h("span", { class: "sk-fact sk-fact-faults" }, icon("warning"), t(model, "views.initiatives.faults", { n: faults })) : null);
}

/* What a mark rests on. Asked only where there is a mark: "not known yet" rests on nothing. */
function rests(ctx, field) {
  const given = answer(ctx.model, field);
  if ((isBlank(given) && !given?.cites) || isUnknown(given)) return null;
  return citeRow(ctx, { field, label: labelOf(ctx, field) });
}

function fields(ctx, slot) {
  const { model } = ctx;
  const at = (part) => `${slot}/${part}`;
  const focus = (part) => () => setFocus(model, at(part), labelOf(ctx, at(part)));
  const pick = (part) => (value) => { change(model, at(part), { value }); focus(part)(); };
  const text = (part) => h("div", { class: "sk-field", key: part },
    textField(ctx, { field: at(part), label: t(model, `views.initiatives.${part}`), placeholder: t(model, `views.initiatives.${part}-example`), onfocus: focus("result") }),
    findingsAt(ctx, at(part)));
  const owners = [...(model.get("spec").people ?? []).map((p) => ({ id: p.id, name: p.title ? `${p.name} · ${p.title}` : p.name })),
    { id: "unknown", name: t(model, "views.kit.unknown") }];
  return h("div", { class: "sk-fields", key: "fields" },
    findingsAt(ctx, slot, { exact: true }),
    h("div", { class: "sk-two" }, text("result"), text("work")),
    citeRow(ctx, { field: at("result"), label: labelOf(ctx, at("result")) }),
    h("div", { class: "sk-two" },
      h("div", { class: "sk-field", key: "class", onfocusin: focus("class") }, h("span", { class: "sk-label" }, t(model, "views.initiatives.class")),
        segmented({ label: t(model, "views.initiatives.class"), key: `class:${slot}`, value: answer(model, at("class"))?.value, onpick: pick("class"), disabled: locked(model),
          unknown: t(model, "views.kit.unknown"), options: classes(model) }),
        rests(ctx, at("class")), findingsAt(ctx, at("class"))),
      h("div", { class: "sk-field", key: "owner", onfocusin: focus("owner") }, select({ label: t(model, "views.initiatives.owner"), key: `owner:${slot}`, value: answer(model, at("owner"))?.value,
        blank: t(model, "views.initiatives.choose-owner"), options: owners, onpick: pick("owner"), disabled: locked(model) }),
        rests(ctx, at("owner")), findingsAt(ctx, at("owner")))));
}

function card(ctx, slot) {
  const { model, state } = ctx;
  const isOpen = state.open === slot;
  const leads = answer(model, "leading")?.value === slot;
  return h("li", { class: `sk-card sk-initiative ${isOpen ? "is-open" : ""} ${leads ? "is-leading" : ""}`, key: slot, data: { slot } },
    h("div", { class: "sk-initiative-head" },
      h("button", { class: "sk-fold", "aria-expanded": String(isOpen), key: `fold:${slot}`, onclick: () => (isOpen ? (state.open = null, ctx.redraw()) : open(ctx, slot)) },
        icon(isOpen ? "down" : "right"), h("h3", {}, nameOf(ctx, slot))),
      star(ctx, slot),
      locked(model) ? null : iconButton({ icon: "trash", kind: "quiet", label: t(model, "views.initiatives.remove", { name: nameOf(ctx, slot) }), onclick: () => remove(ctx, slot) })),
    sentence(ctx, slot),
    leads ? h("div", { class: "sk-why-leading", key: "leading" }, h("span", { class: "sk-label" }, t(model, "views.initiatives.why-leading")), rests(ctx, "leading"), findingsAt(ctx, "leading")) : null,
    isOpen ? fields(ctx, slot) : summary(ctx, slot));
}

export default defineView("initiatives", {
  setup(ctx) {
    ctx.state.added = new Set();
    ctx.state.open = slotsShown(ctx)[0];
    onJump(ctx, (field) => {
      const [slot, part] = field.split("/");
      if (SLOTS.includes(slot)) {
        ctx.state.added.add(slot);
        open(ctx, slot, part);
      } else if (field === "leading") {
        ctx.root.querySelector(".sk-star")?.focus();
      }
    });
  },
  draw(ctx) {
    const { model } = ctx;
    const shown = slotsShown(ctx);
    return h("section", { class: "sk-initiatives-box", "aria-label": t(model, "views.initiatives.title") },
      h("header", { class: "sk-initiatives-top" }, h("h2", {}, t(model, "views.initiatives.title")),
        h("p", { class: "sk-soft sk-small" }, t(model, "views.initiatives.says"))),
      isBlank(answer(model, "leading")) ? findingsAt(ctx, "leading") : null,
      h("ul", { class: "sk-list-cards", key: "cards" }, shown.map((slot) => card(ctx, slot))),
      !locked(model) && shown.length < SLOTS.length ? button({ icon: "plus", class: "sk-add", text: t(model, "views.initiatives.add"), key: "add", onclick: () => add(ctx) }) : null,
      shown.length === SLOTS.length ? h("p", { class: "sk-soft sk-small" }, t(model, "views.initiatives.full")) : null);
  },
});
