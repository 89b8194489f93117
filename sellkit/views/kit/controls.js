/* ---- controls ---- */

function button({ text, icon: drawing, kind = "", label, pressed, class: more = "", ...props }) {
  return h("button", { ...props, class: `sk-button ${kind ? `sk-button-${kind}` : ""} ${more}`.trim(),
    "aria-label": label, "aria-pressed": pressed === undefined ? null : String(pressed) },
    drawing ? icon(drawing) : null, text ? h("span", {}, text) : null);
}

function iconButton({ icon: drawing, label, ...props }) {
  return button({ icon: drawing, label, title: label, ...props, class: `sk-button-icon ${props.class ?? ""}` });
}

function segmented({ label, options, value, onpick, disabled, key, unknown, told }) {
  const all = unknown ? [...options, { id: "unknown", name: unknown, unknown: true }] : options;
  const current = Math.max(0, all.findIndex((o) => o.id === value));
  const keydown = (event) => {
    if (arrows(event, "[role=radio]")) return;
    const digit = Number(event.key);
    if (digit >= 1 && digit <= all.length && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (!disabled) onpick(all[digit - 1].id);
    }
  };
  return h("div", { class: `sk-segmented ${told ? "sk-segmented-told" : ""}`, role: "radiogroup", "aria-label": label, key, onkeydown: keydown },
    all.map((option, at) => h("button", {
      class: `sk-segment ${option.unknown ? "sk-segment-unknown" : ""}`, role: "radio", key: option.id,
      "aria-checked": String(option.id === value), tabindex: at === current ? "0" : "-1", disabled,
      title: told ? null : option.says, onclick: () => onpick(option.id === value ? null : option.id) },
      option.sign ? h("span", { class: "sk-sign", "aria-hidden": "true" }, option.sign) : null,
      told && option.says ? h("span", { class: "sk-told" }, h("span", { class: "sk-told-name" }, option.name), " ", h("span", {}, option.says)) : h("span", {}, option.name))));
}

function select({ label, options, value, onpick, blank, disabled, key, hideLabel }) {
  return h("label", { class: "sk-select" },
    h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
    h("select", { key, disabled, value: value ?? "", onchange: (e) => onpick(e.currentTarget.value || null) },
      blank !== undefined ? h("option", { value: "" }, blank) : null,
      options.map((o) => h("option", { value: o.id }, o.name))));
}

function drafting(ctx, field, save, pause = 500) {
  const { model } = ctx;
  const waiting = draftsOf(model);
  const commit = () => {
    const draft = waiting.get(field);
    if (!draft) return;
    clearTimeout(draft.timer);
    waiting.delete(field);
    save(draft.text, draft.was);
    sayOutbox(model);
  };
  const arm = (draft, node) => {
    clearTimeout(draft.timer);
    draft.timer = setTimeout(() => (node?._composing ? arm(draft, node) : draft.commit()), pause);
  };
  const type = (text, node) => {
    const draft = waiting.get(field) ?? { was: answer(model, field), commit };
    draft.text = text;
    waiting.set(field, draft);
    sayOutbox(model);
    arm(draft, node);
    ctx.redraw();
  };
  return { text: waiting.get(field)?.text, type, commit: () => waiting.get(field)?.commit() };
}

function textField(ctx, { field, label, rows = 2, placeholder, key = `text:${field}`, read, write, onfocus, hideLabel }) {
  const { model } = ctx;
  const shown = read ?? ((a) => (typeof a?.value === "string" && a.value !== "unknown" ? a.value : ""));
  const draft = drafting(ctx, field, (typed, was) => {
    const text = typed.trim() === "" ? null : typed;
    change(model, field, { value: text === null ? null : write ? write(text) : text }, was);
  });
  return h("label", { class: "sk-text" },
    h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
    h("textarea", { key, rows, placeholder, readonly: locked(model), spellcheck: "false", data: { field },
      maxlength: 2000, value: draft.text ?? shown(answer(model, field)), onfocus,
      oninput: (event) => draft.type(event.currentTarget.value, event.currentTarget), onblur: draft.commit }));
}

/* What a text field shows right now, typing included. */
function textNow(model, field) {
  const value = answer(model, field)?.value;
  return draftsOf(model).get(field)?.text ?? (typeof value === "string" && value !== "unknown" ? value : "");
}

function choice(ctx, { field, label, options, help, focusLabel = label, hideLabel, told }) {
  const { model } = ctx;
  const value = answer(model, field)?.value;
  const pick = (id) => {
    change(model, field, { value: id });
    setFocus(model, field, focusLabel);
  };
  return h("div", { class: "sk-choice", data: { field }, key: `choice:${field}`, onfocusin: () => setFocus(model, field, focusLabel) },
    h("div", { class: "sk-choice-head" },
      h("span", { class: hideLabel ? "sk-hidden" : "sk-label" }, label),
      (told ? help?.length : options.some((o) => o.says)) ? iconButton({ icon: "help", kind: "quiet", label: t(model, "views.kit.help-choose", { what: label }),
        onclick: () => helpChoose(ctx, { title: label, options, value, help, onpick: pick }) }) : null),
    segmented({ label, options, value, onpick: pick, disabled: locked(model), unknown: t(model, "views.kit.unknown"), key: `seg:${field}`, told }));
}

function chip({ text, icon: drawing, label, onclick, onremove, removeLabel, dashed, key }) {
  return h("span", { class: `sk-chip ${dashed ? "sk-chip-dashed" : ""}`, key },
    h(onclick ? "button" : "span", { class: "sk-chip-body", onclick, "aria-label": label, title: label },
      drawing ? icon(drawing) : null, h("span", {}, text)),
    onremove ? h("button", { class: "sk-chip-remove", "aria-label": removeLabel, title: removeLabel, onclick: onremove }, icon("close")) : null);
}

const CONFIDENCE = ["unclear", "inferred", "explicit", "agreed"];

function citeRow(ctx, { field, label, key = `cites:${field}` }) {
  const { model } = ctx;
  const now = answer(model, field);
  const cites = now?.cites ?? [];
  const names = model.get("spec").passages ?? {};
  const inFocus = model.get("focus") === field;
  const asks = t(model, inFocus ? "views.kit.citing" : cites.length ? "views.kit.cite-more" : "views.kit.cite");
  return h("div", { class: "sk-cites", key, data: { field } },
    cites.map((passage) => chip({ key: passage, icon: "cite", text: names[passage] ?? passage,
      label: t(model, "views.kit.show-passage", { passage: names[passage] ?? passage }), onclick: () => showPassage(passage),
      onremove: locked(model) ? null : () => change(model, field, { cites: cites.filter((c) => c !== passage) }),
      removeLabel: t(model, "views.kit.remove-passage", { passage: names[passage] ?? passage }) })),
    cites.length ? select({ label: t(model, "views.kit.confidence"), hideLabel: true, key: "confidence", value: now?.confidence,
      blank: t(model, "views.kit.confidence"), disabled: locked(model),
      options: CONFIDENCE.map((id) => ({ id, name: t(model, `views.kit.confidence.${id}`) })),
      onpick: (id) => change(model, field, { confidence: id }) }) : null,
    locked(model) ? null : button({ icon: "cite", kind: "quiet", pressed: inFocus, class: "sk-cite-here", key: "cite",
      text: asks, label: `${asks} (${label})`,
      onclick: () => { setFocus(model, field, label); send("sellkit:pane", { pane: "dossier" }); } }));
}

/* What keeps a mark from being confirmed, in a line. */
function notConfirmed(ctx, field) {
  const a = answer(ctx.model, field);
  if (isBlank(a) || isUnknown(a) || isConfirmed(a)) return null;
  return h("p", { class: "sk-open-mark" }, t(ctx.model, a.cites?.length ? "views.kit.needs-confidence" : "views.kit.needs-cite"));
}

function severity(model, level) {
  const drawing = { error: "error", warning: "warning", hint: "hint" }[level] ?? "hint";
  return h("span", { class: `sk-severity sk-severity-${level}` }, icon(drawing), h("span", {}, t(model, `views.kit.severity.${level}`)));
}

function findingsAt(ctx, field, { exact = false } = {}) {
  const { model } = ctx;
  const here = (model.get("problems") ?? []).filter((p) => p.place === field || (!exact && p.place?.startsWith(`${field}/`)));
  if (!here.length) return null;
  return h("ul", { class: "sk-findings", key: `findings:${field}` }, here.map((p) =>
    h("li", { class: `sk-finding sk-finding-${p.severity}`, key: `${p.code}:${p.place}` },
      severity(model, p.severity), h("span", {}, p.message), p.next ? h("span", { class: "sk-next" }, p.next) : null)));
}

/* Each language is named in itself: who needs the switch cannot read the others. Python puts the names in. */
const LANGUAGES = __LANGUAGES__;

function languageSwitch(ctx) {
  const { model } = ctx;
  const now = language(model);
  return h("div", { class: "sk-languages", role: "group", "aria-label": t(model, "views.kit.language") }, Object.entries(LANGUAGES).map(([id, name]) =>
    h("button", { class: "sk-language", lang: id, key: id, "aria-pressed": String(id === now), onclick: () => id !== now && command(model, "language", { to: id }) }, name)));
}

