/* The coach's console: queue, answer over reference, rubric. Levels and comments are edits (field
 * "<submission>/<criterion>", {value: level, note: comment}); everything else is a command to Python. */

const GLYPHS = { right: "✓", near: "≈", missing: "–", extra: "+", different: "≠", unknown: "?" };
const WHOLE = "whole-answer";
const BATCH_BYTES = 900_000;

const say = (ctx, key, params) => t(ctx.model, `desk.${key}`, params);
const number = (ctx, value) =>
  value === null || value === undefined ? "–" : new Intl.NumberFormat(language(ctx.model), { maximumFractionDigits: 2 }).format(value);
const current = (ctx) => ctx.model.get("current") ?? {};
const placeOf = (ctx, criterion) => `${current(ctx).id}/${criterion}`;
const isOut = (ctx) => ["released", "returned"].includes(current(ctx).state);
const judgeable = (ctx) => (current(ctx).criteria ?? []).filter((c) => c.levels.length);

/* ---- queue ---- */

function queuePane(ctx) {
  const { model, state } = ctx;
  const queue = model.get("queue") ?? {};
  const { filter = {}, rows = [], states = [], exercises = [], teams = [], all = 0, done = 0 } = queue;
  const set = (parts) => command(model, "filter", { filter: { ...filter, ...parts } });
  const search = (event) => {
    const text = event.currentTarget.value;
    state.search = text;
    clearTimeout(state.searching);
    state.searching = setTimeout(() => set({ text }), 250);
  };
  return h("section", { class: "sk-queue", key: "queue", "aria-label": say(ctx, "queue") },
    h("div", { class: "sk-queue-head" },
      h("h2", {}, say(ctx, "queue")),
      h("span", { class: "sk-soft sk-small" }, say(ctx, "progress", { done, all }))),
    h("div", { class: "sk-bar", role: "img", "aria-label": say(ctx, "progress", { done, all }) },
      states.map((s) => (s.n ? h("span", { class: `sk-bar-${s.id}`, key: s.id, style: { "flex-grow": String(s.n) }, title: `${s.name} ${s.n}` }) : null))),
    h("div", { class: "sk-states", role: "group", "aria-label": say(ctx, "filter.state") },
      h("button", { class: "sk-state", key: "all", "aria-pressed": String(!filter.state), onclick: () => set({ state: "" }) },
        say(ctx, "filter.all"), h("b", {}, String(all))),
      states.map((s) => h("button", { class: `sk-state sk-state-${s.id}`, key: s.id, "aria-pressed": String(filter.state === s.id),
        onclick: () => set({ state: filter.state === s.id ? "" : s.id }) }, s.name, h("b", {}, String(s.n))))),
    h("label", { class: "sk-search" }, icon("search"),
      h("span", { class: "sk-hidden" }, say(ctx, "filter.text")),
      h("input", { class: "sk-input", type: "search", key: "search", placeholder: say(ctx, "filter.text"), maxlength: 100,
        value: state.search ?? filter.text ?? "", oninput: search })),
    exercises.length > 1 ? select({ label: say(ctx, "filter.exercise"), hideLabel: true, key: "f-exercise", blank: say(ctx, "filter.all-exercises"),
      value: filter.exercise, options: exercises, onpick: (id) => set({ exercise: id ?? "" }) }) : null,
    teams.length > 1 ? select({ label: say(ctx, "filter.team"), hideLabel: true, key: "f-team", blank: say(ctx, "filter.all-teams"),
      value: filter.team, options: teams.map((name) => ({ id: name, name })), onpick: (id) => set({ team: id ?? "" }) }) : null,
    rows.length ? h("ul", { class: "sk-rows", key: "rows" }, rows.map((row) => queueRow(ctx, row, states)))
      : h("p", { class: "sk-empty sk-small", key: "none" }, say(ctx, all ? "queue.none-here" : "queue.empty")),
    queue.before || queue.after ? h("div", { class: "sk-row sk-pages", key: "pages" },
      queue.before ? button({ icon: "up", kind: "quiet", key: "up", text: say(ctx, "queue.earlier"), onclick: () => command(model, "page", { step: -1 }) }) : null,
      queue.after ? button({ icon: "down", kind: "quiet", key: "down", text: say(ctx, "queue.later"), onclick: () => command(model, "page", { step: 1 }) }) : null) : null);
}

function queueRow(ctx, row, states) {
  const here = row.id === current(ctx).id;
  const name = states.find((s) => s.id === row.state)?.name ?? row.state;
  const open = () => {
    ctx.state.drawer = false;
    command(ctx.model, "open", { id: row.id });
  };
  return h("li", { key: String(row.id) }, h("button", { class: "sk-qrow", "aria-current": here ? "true" : null, onclick: open },
    h("span", { class: "sk-qname" }, row.name || say(ctx, "nameless")),
    h("span", { class: "sk-qpoints" }, row.total === null ? "–" : number(ctx, row.total)),
    h("span", { class: "sk-qmeta" }, row.team ? `${row.team} · ` : "", row.exercise, row.attempt > 1 ? ` · ${say(ctx, "attempt", { number: row.attempt })}` : ""),
    h("span", { class: `sk-tag sk-tag-${row.state}` }, name)));
}

/* ---- the answer over the reference ---- */

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

/* ---- the rubric ---- */

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
  const waiting = draftsOf(model);
  const off = isOut(ctx) || locked(model);
  const commit = () => {
    const draft = waiting.get(field);
    if (!draft) return;
    clearTimeout(draft.timer);
    waiting.delete(field);
    change(model, field, { note: draft.text });
  };
  const type = (text) => {
    const draft = waiting.get(field) ?? { commit };
    draft.text = text;
    waiting.set(field, draft);
    clearTimeout(draft.timer);
    draft.timer = setTimeout(commit, 700);
    ctx.redraw();
  };
  const shown = waiting.get(field)?.text ?? answer(model, field)?.note ?? "";
  const fresh = bank.filter((b) => !shown.includes(b.text));
  const use = (text) => {
    type(shown.trim() ? `${shown.trimEnd()}\n${text}` : text);
    commit();
    state.bank = null;
    find(ctx, `comment:${criterion}`)?.focus();
  };
  const open = state.bank === criterion;
  return h("div", { class: "sk-comment", key: `box:${criterion}` },
    h("label", { class: "sk-text" }, h("span", { class: "sk-hidden" }, say(ctx, "comment")),
      h("textarea", { key: `comment:${criterion}`, rows: criterion === WHOLE ? 3 : 2, placeholder: say(ctx, criterion === WHOLE ? "word-placeholder" : "comment-placeholder"),
        readonly: off, maxlength: 4000, value: shown, oninput: (e) => type(e.currentTarget.value), onblur: commit,
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

/* ---- head of an answer ---- */

function headPane(ctx) {
  const { model } = ctx;
  const now = current(ctx);
  const out = isOut(ctx);
  const earlier = now.earlier ?? [];
  return h("header", { class: "sk-head", key: "head" },
    h("div", { class: "sk-head-who" },
      h("h2", {}, now.name || say(ctx, "nameless"), now.team ? h("span", { class: "sk-soft" }, ` · ${now.team}`) : null),
      h("p", { class: "sk-soft sk-small" }, now.exercise, " · ", say(ctx, "attempt", { number: now.attempt }), " · ", day(model, now.at), " ", clock(model, now.at)),
      earlier.length ? h("p", { class: "sk-small sk-row" }, h("span", { class: "sk-soft" }, say(ctx, "earlier")),
        earlier.map((e) => h("button", { class: "sk-more", key: String(e.id), onclick: () => command(model, "open", { id: e.id }) },
          say(ctx, "earlier-one", { number: e.attempt, points: number(ctx, e.total) })))) : null),
    h("div", { class: "sk-head-points" }, h("span", { class: "sk-total" }, number(ctx, now.total)), h("span", { class: "sk-soft" }, ` / ${number(ctx, now.maximum)}`),
      h("span", { class: `sk-tag sk-tag-${now.state}` }, now.state_name)),
    h("div", { class: "sk-row sk-head-do" },
      button({ icon: "down", key: "to-rubric", class: "sk-to-rubric", text: say(ctx, "rubric"), onclick: () => ctx.root.querySelector(".sk-rubric")?.scrollIntoView({ block: "start" }) }),
      iconButton({ icon: "left", key: "p", label: `${say(ctx, "previous")} (P)`, disabled: !now.previous, onclick: () => step(ctx, "previous") }),
      iconButton({ icon: "right", key: "n", label: `${say(ctx, "next")} (N)`, disabled: !now.next, onclick: () => step(ctx, "next") }),
      out ? button({ icon: "undo", key: "reopen", text: say(ctx, "reopen"), onclick: () => command(model, "reopen", { id: now.id }) }) : [
        button({ icon: "history", key: "b", text: say(ctx, "send-back"), label: `${say(ctx, "send-back")} (B)`, onclick: () => sendBack(ctx) }),
        button({ icon: "send", kind: "main", key: "r", text: say(ctx, "release"), label: `${say(ctx, "release")} (R)`, onclick: () => release(ctx) })]));
}

const step = (ctx, name) => command(ctx.model, name, { id: current(ctx).id });

function release(ctx) {
  if (isOut(ctx)) return;
  const open = judgeable(ctx).find((c) => c.points === null && typeof answer(ctx.model, placeOf(ctx, c.id))?.value !== "number");
  if (open) {
    activate(ctx, open.id);
    toast(ctx, say(ctx, "judge-first", { criterion: open.title }));
    return;
  }
  command(ctx.model, "release", { id: current(ctx).id });
}

function sendBack(ctx) {
  if (isOut(ctx)) return;
  const id = current(ctx).id;
  let note = "";
  const redraw = () => shown.redraw();
  const shown = dialog(ctx, { title: say(ctx, "send-back-title", { name: current(ctx).name || say(ctx, "nameless") }),
    draw: () => [h("p", { class: "sk-soft" }, say(ctx, "send-back-says")),
      h("label", { class: "sk-text" }, h("span", { class: "sk-label" }, say(ctx, "send-back-note")),
        h("textarea", { rows: 4, maxlength: 4000, value: note, key: "note", oninput: (e) => { note = e.currentTarget.value; redraw(); } }))],
    actions: (close) => [button({ text: say(ctx, "cancel"), kind: "quiet", key: "cancel", onclick: close }),
      button({ text: say(ctx, "send-back"), icon: "history", kind: "main", key: "go", onclick: () => { close(); command(ctx.model, "return", { id, note }); } })] });
  shown.node.querySelector("textarea").focus();
}

/* ---- top line ---- */

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

function keysDialog(ctx) {
  const keys = [["1 … 9", "key.level"], ["J / K", "key.criterion"], ["C", "key.comment"], ["Esc", "key.escape"], ["N / P", "key.answer"], ["R", "key.release"], ["B", "key.return"], ["F", "key.only"], ["/", "key.search"], ["?", "key.help"]];
  dialog(ctx, { title: say(ctx, "keys"), draw: () => h("dl", { class: "sk-keys" }, keys.map(([key, text]) => h("div", { key }, h("dt", {}, h("kbd", {}, key)), h("dd", {}, say(ctx, text))))) });
}

function exportDialog(ctx) {
  const get = (kind, close) => { close(); command(ctx.model, "export", { kind }); };
  dialog(ctx, { title: say(ctx, "export"), draw: (close) => [h("p", { class: "sk-soft" }, say(ctx, "export-says")), h("div", { class: "sk-row" },
    button({ text: "Excel (XLSX)", icon: "report", kind: "main", key: "xlsx", onclick: () => get("xlsx", close) }),
    button({ text: "CSV", icon: "report", key: "csv", onclick: () => get("csv", close) }))] });
}

/* ---- import ---- */

function importDialog(ctx) {
  const { model, state } = ctx;
  command(model, "import-clear");
  state.reading = null;
  const pick = (event) => {
    const files = [...event.currentTarget.files].filter((f) => !f.name.startsWith("."));
    event.currentTarget.value = "";
    if (files.length) sendFiles(ctx, files);
  };
  const chooser = (key, text, folder) => h("label", { class: "sk-button sk-filepick", key }, icon(folder ? "board" : "report"), h("span", {}, text),
    h("input", { type: "file", class: "sk-hidden", multiple: true, accept: folder ? null : ".json", webkitdirectory: folder, onchange: pick }));
  dialog(ctx, { title: say(ctx, "import-title"), wide: true, onclose: () => command(model, "refresh"), draw: () => {
    const done = model.get("imported") ?? {};
    return [h("p", { class: "sk-soft" }, say(ctx, "import-says")),
      h("div", { class: "sk-row" }, chooser("folder", say(ctx, "import-folder"), true), chooser("files", say(ctx, "import-files"), false)),
      state.reading ? h("div", { key: "reading" }, h("progress", { class: "sk-progress", max: state.reading.of, value: null, "aria-label": say(ctx, "import") }),
        h("p", { class: "sk-small" }, say(ctx, "import-progress", { done: done.files ?? 0, of: state.reading.of }))) : null,
      done.files ? importResult(ctx, done) : null];
  } });
}

async function sendFiles(ctx, files) {
  const { model, state } = ctx;
  const limit = model.get("spec").max_bytes;
  state.reading = { of: files.length };
  command(model, "import-clear");
  let batch = [];
  let size = 0;
  const post = (last) => {
    command(model, "import", { files: batch, last });
    batch = [];
    size = 0;
  };
  for (const file of files) {
    const name = file.webkitRelativePath || file.name;
    /* A file that is too large is named but never read. */
    const text = file.size > limit || !/\.json$/i.test(file.name) ? null : await file.text().catch(() => null);
    batch.push({ name, size: file.size, text });
    size += text?.length ?? 0;
    if (size > BATCH_BYTES || batch.length >= 50) post(false);
  }
  post(true);
  state.reading = null;
  ctx.redraw();
}

function importResult(ctx, done) {
  return h("div", { class: "sk-result", key: "result" },
    h("p", { role: "status" }, h("strong", {}, say(ctx, "import-new", { n: done.new })), " · ", say(ctx, "import-known", { n: done.known }), " · ", say(ctx, "import-refused", { n: done.refused.length })),
    done.scoring ? h("p", { class: "sk-small sk-soft" }, done.scoring) : null,
    done.refused.length ? h("ul", { class: "sk-refusals" }, done.refused.map((r, at) => h("li", { key: `${r.file}:${at}` }, icon("error"), h("div", {}, h("strong", {}, r.file), h("p", {}, r.reason))))) : null);
}

/* ---- all together ---- */

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

/* Bring the open answer's row into the list's window, without moving the page. */
function showRow(ctx) {
  const row = ctx.root.querySelector(".sk-qrow[aria-current]");
  const list = row?.closest(".sk-rows");
  if (!list) return;
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + 8;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + 8;
}

function save(content, buffers) {
  const url = URL.createObjectURL(new Blob(buffers, { type: content.type }));
  const link = h("a", { href: url, download: content.download });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
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
