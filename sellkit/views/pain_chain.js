/* The pain chain: cards with a pain and its reasons; a line leads from a reason to the person whose pain it is. */

const MOST_REASONS = 6;
const reasonOf = (field) => /^([a-z0-9-]+)\/reasons\/([1-6])(\/owner)?$/.exec(field);

/* {person: ["1", "3"]}: the reasons that have an answer, and those that were just added and are still empty. */
function reasonsOf(ctx, all) {
  const found = {};
  const add = (person, n) => ((found[person] ??= []).includes(n) ? null : found[person].push(n));
  for (const field of Object.keys(all)) {
    const hit = reasonOf(field);
    if (hit) add(hit[1], hit[2]);
  }
  for (const [person, ns] of Object.entries(ctx.state.added)) for (const n of ns) add(person, n);
  for (const ns of Object.values(found)) ns.sort();
  return found;
}

const ownerOf = (all, person, n) => all[`${person}/reasons/${n}/owner`];
const bankText = (model, id) => (model.get("spec").statements ?? []).find((s) => s.id === id)?.text ?? id;

function statement(model, a, blank) {
  if (isUnknown(a)) return { text: t(model, "boards.chain.unknown"), state: "unknown" };
  const text = a?.value?.bank ? bankText(model, a.value.bank) : a?.value?.text;
  return text ? { text, state: isConfirmed(a) ? "firm" : "open" } : { text: t(model, blank), state: "blank" };
}

const painOf = (model, all, person) => statement(model, all[`${person}/pain`], "boards.chain.no-pain");
const whyOf = (model, all, person, n) => statement(model, all[`${person}/reasons/${n}`], "boards.chain.no-reason");
const reasonName = (model, n) => t(model, "boards.chain.reason", { n });
const labelFor = (model, person, what) => `${nameOf(model, person)}: ${what}`;

function onBoard(ctx, all, why) {
  const owned = new Set(Object.entries(why).flatMap(([p, ns]) => ns.map((n) => ownerOf(all, p, n)?.value)));
  return people(ctx.model).filter(({ id }) => all[`${id}/pain`] || why[id]?.length || owned.has(id));
}

/* ---- where cards stand ---- */

const positionsKey = (model) => `sellkit:${model.get("spec").key}:positions`;

function keepPositions(ctx, positions) {
  const { model } = ctx;
  ctx.state.positions = positions;
  try { localStorage.setItem(positionsKey(model), JSON.stringify(positions)); } catch { /* only this page keeps them */ }
}

function readPositions(model) {
  try {
    const kept = JSON.parse(localStorage.getItem(positionsKey(model)) ?? "{}");
    return Object.fromEntries(Object.entries(kept).filter(([, at]) => Array.isArray(at) && at.length === 2 && at.every(Number.isFinite)));
  } catch {
    return {};
  }
}

function placed(ctx, size, here) {
  const moved = isNarrow(ctx) ? {} : ctx.state.positions;
  const cards = {};
  let late = 0;
  for (const { id } of here) {
    const [x, y, w, h0] = size.cards[id] ?? [40 + 30 * late, size.height + 20 + 30 * late++, 264, 120];
    cards[id] = moved[id] ? [...moved[id], w, h0] : [x, y, w, h0];
  }
  return cards;
}

function dragCard(ctx, event, person, cards) {
  if (event.button || isNarrow(ctx)) return;
  const [x, y] = cards[person];
  const { state } = ctx;
  const before = state.positions;
  gesture(ctx, event, {
    move: (dx, dy) => {
      state.positions = { ...before, [person]: [Math.max(0, x + dx / state.view.scale), Math.max(0, y + dy / state.view.scale)] };
      ctx.redraw();
    },
    done: (_e, far, cancelled) => {
      state.dragged = far;
      setTimeout(() => { state.dragged = false; }, 0);
      if (far) keepPositions(ctx, state.positions);
      else if (cancelled) state.positions = before;
      ctx.redraw();
    },
  });
}

/* ---- the chain ---- */

function passOn(ctx, person, n, owner) {
  const { model } = ctx;
  const field = `${person}/reasons/${n}/owner`;
  change(model, field, { value: owner });
  setFocus(model, field, labelFor(model, person, t(model, "boards.chain.owner-short", { reason: reasonName(model, n) })));
  if (personOf(model, owner)) announce(ctx, t(model, "boards.chain.passed", { from: nameOf(model, person), to: nameOf(model, owner) }));
}

function ends(ctx, all, person, n) {
  const a = ownerOf(all, person, n);
  const kind = isBlank(a) ? "blank" : isUnknown(a) ? "unknown" : a.value === "leaf" ? "leaf" : "passed";
  return h("span", { class: `sk-end sk-end-${kind} ${isConfirmed(a) ? "sk-end-firm" : ""}`, "aria-hidden": "true" }, kind === "unknown" ? "?" : null);
}

function chainCard(ctx, size, cards, person, all, ns) {
  const { model, state } = ctx;
  const { id, name, title } = person;
  const [x, y, w, h0] = cards[id];
  const pain = painOf(model, all, id);
  const lineCount = (n) => size.reasons?.[id]?.[n] ?? 2;
  const label = [`${name}, ${title}.`, `${t(model, "boards.chain.pain")}: ${pain.text}.`,
    ...ns.map((n) => `${reasonName(model, n)}: ${whyOf(model, all, id, n).text} (${ownerText(model, ownerOf(all, id, n))}).`)].join(" ");
  const press = (field) => (e) => { if (!state.dragged) open(ctx, id, field, { quiet: e.detail > 0 }); };
  let port = 58 + 16 + 21 * (size.pains?.[id] ?? 1);
  return h("div", { class: `sk-person sk-chain-card ${state.person === id ? "sk-person-here" : ""}`, key: `card:${id}`, data: { person: id },
    style: { left: `${x}px`, top: `${y}px`, width: `${w}px`, "min-height": `${h0}px` } },
    personButton(ctx, id, { label, cards, onclick: press(null), onpointerdown: (e) => dragCard(ctx, e, id, cards),
      extra: (e) => chainKey(ctx, id, e, ns) },
      h("span", { class: "sk-person-name" }, name), h("span", { class: "sk-person-title" }, title)),
    findingCount(ctx, id),
    h("div", { class: `sk-pain sk-pain-${pain.state}`, onclick: press(`${id}/pain`) },
      h("span", { style: { "-webkit-line-clamp": String(size.pains?.[id] ?? 2) } }, pain.text)),
    ns.map((n) => {
      const why = whyOf(model, all, id, n);
      const tall = 12 + 19 * lineCount(n);
      const at = port + tall / 2;
      port += tall;
      return h("div", { class: `sk-reason sk-reason-${why.state}`, key: n, style: { height: `${tall}px` }, onclick: press(`${id}/reasons/${n}`) },
        h("span", { class: "sk-reason-text", style: { "-webkit-line-clamp": String(lineCount(n)) } }, why.text),
        h("span", { class: "sk-handle sk-chain-handle", title: t(model, "boards.chain.pull"), data: { drag: "line" }, onclick: (e) => e.stopPropagation(),
          onpointerdown: (e) => startLink(ctx, e, id, { start: [x + w, y + at], ondrop: (to) => passOn(ctx, id, n, to) }) }, ends(ctx, all, id, n)));
    }));
}

function ownerText(model, a) {
  if (isBlank(a)) return t(model, "boards.legend.blank");
  if (isUnknown(a)) return t(model, "boards.legend.unknown");
  return a.value === "leaf" ? t(model, "boards.chain.leaf-short") : t(model, "boards.chain.owner-person", { name: nameOf(model, a.value) });
}

function chainKey(ctx, person, event, ns) {
  if (locked(ctx.model)) return false;
  const key = event.key.toLowerCase();
  if (key === "p") pick(ctx, person, `${person}/pain`, "pain");
  else if (key === "r") addReason(ctx, person, ns);
  else return false;
  return true;
}

function chainLines(ctx, size, cards, all, why) {
  const moved = isNarrow(ctx) ? {} : ctx.state.positions;
  return Object.entries(why).flatMap(([person, ns]) => ns.map((n) => {
    const a = ownerOf(all, person, n);
    const [from, to] = [cards[person], cards[a?.value]];
    if (!from || !to) return null;
    const straight = !moved[person] && !moved[a.value] ? size.lines?.[`${person}/${n}`] : null;
    return svg("path", { key: `${person}/${n}`, class: `sk-cause ${isConfirmed(a) ? "" : "sk-cause-open"}`, "marker-end": arrowEnd(ctx),
      d: straight ?? curve(from, to, size.ports?.[person]?.[n] ?? from[3] - 24) });
  }));
}

function curve([x, y, w], [x2, y2, w2], port) {
  const right = x2 + w2 / 2 >= x + w / 2;
  const start = [right ? x + w : x, y + port];
  const end = [x2 + w2 / 2, y2];
  const pull = Math.max(40, Math.abs(end[1] - start[1]) / 2);
  return `M${start[0]} ${start[1]}C${start[0] + (right ? 60 : -60)} ${start[1]} ${end[0]} ${end[1] - pull} ${end[0]} ${end[1]}`;
}

function chainBoard(ctx, all, why, here) {
  const { model } = ctx;
  const known = plan(ctx);
  const cards = placed(ctx, known, here);
  ctx.state.place = (person) => cards[person] ?? null;
  const size = { ...known,
    width: Math.max(known.width, ...Object.values(cards).map(([x, , w]) => x + w + 32)),
    height: Math.max(known.height, ...Object.values(cards).map(([, y, , h0]) => y + h0 + 32)) };
  const parked = people(model).filter(({ id }) => !cards[id]);
  return [
    here.length ? canvas(ctx, size,
      svg("svg", { class: "sk-lines", width: size.width, height: size.height, "aria-hidden": "true", key: "lines" }, arrowHead(ctx), chainLines(ctx, size, cards, all, why)),
      here.map((p) => chainCard(ctx, size, cards, p, all, why[p.id] ?? [])), rubber(size)) : emptyBoard(ctx),
    parked.length ? h("div", { class: "sk-tray", key: "tray", role: "group", "aria-label": t(model, "boards.chain.tray") }, h("h4", { class: "sk-label" }, t(model, "boards.chain.tray")),
      h("div", { class: "sk-row" }, parked.map(({ id, name, title }) => h("button", { class: `sk-parked ${ctx.state.person === id ? "sk-person-here" : ""}`, key: `open:${id}`, data: { person: id },
        onclick: () => open(ctx, id) }, icon("plus"), h("span", {}, h("strong", {}, name), h("span", { class: "sk-person-title" }, title)))))) : null,
  ];
}

function emptyBoard(ctx) {
  const { model } = ctx;
  const ids = new Set(people(model).map((p) => p.id));
  const top = people(model).find((p) => !ids.has(p.reports_to));
  return h("div", { class: "sk-chain-start", key: "empty" }, icon("board"), h("p", {}, t(model, "boards.chain.empty")),
    top ? button({ kind: "main", text: t(model, "boards.chain.start", { name: top.name }), onclick: () => open(ctx, top.id, `${top.id}/pain`) }) : null);
}

/* ---- the outline ---- */

function outline(ctx, all, why, here) {
  const { model } = ctx;
  const seen = new Set();
  const owned = new Set(Object.entries(why).flatMap(([p, ns]) => ns.map((n) => ownerOf(all, p, n)?.value).filter((o) => o !== p)));
  const item = (id) => {
    if (seen.has(id)) return h("p", { class: "sk-soft sk-small" }, `${nameOf(model, id)} · ${t(model, "boards.chain.above")}`);
    seen.add(id);
    return h("div", { class: "sk-outline-person" },
      h("button", { class: "sk-cell", key: `open:${id}`, onclick: () => open(ctx, id) }, h("span", {}, h("strong", {}, nameOf(model, id)), " ", h("span", { class: "sk-soft sk-small" }, personOf(model, id).title))),
      findingCount(ctx, id),
      h("p", { class: `sk-outline-pain sk-pain-${painOf(model, all, id).state}` }, painOf(model, all, id).text),
      why[id]?.length ? h("ol", {}, why[id].map((n) => {
        const a = ownerOf(all, id, n);
        return h("li", {}, h("button", { class: "sk-cell", onclick: () => open(ctx, id, `${id}/reasons/${n}`) }, ends(ctx, all, id, n), h("span", {}, whyOf(model, all, id, n).text,
          h("span", { class: "sk-soft sk-small" },  ` · ${ownerText(model, a)}`))), personOf(model, a?.value) ? item(a.value) : null);
      })) : null);
  };
  const tops = here.filter(({ id }) => !owned.has(id)).map(({ id }) => item(id));
  const rings = here.filter(({ id }) => !seen.has(id)).map(({ id }) => (seen.has(id) ? null : item(id)));
  const parked = people(model).filter((p) => !here.includes(p));
  return h("div", { class: "sk-outline" }, tops, rings, parked.length ? h("div", {}, h("h4", { class: "sk-label" }, t(model, "boards.chain.tray")),
    h("ul", { class: "sk-row" }, parked.map(({ id, name }) => h("li", {}, button({ icon: "plus", text: name, key: `open:${id}`, onclick: () => open(ctx, id) }))))) : null);
}

/* ---- the inspector ---- */

function usedBy(ctx, all) {
  const { model } = ctx;
  const used = {};
  for (const [field, a] of Object.entries(all)) {
    if (!a?.value?.bank) continue;
    const person = { name: nameOf(model, field.split("/")[0]) };
    (used[a.value.bank] ??= []).push(t(model, field.endsWith("/pain") ? "boards.chain.used-as-pain" : "boards.chain.used-as-reason", person));
  }
  return used;
}

function pick(ctx, person, field, kind) {
  const { model } = ctx;
  let query = "";
  const title = t(model, kind === "pain" ? "boards.chain.choose-pain" : "boards.chain.choose-reason", { name: nameOf(model, person) });
  const back = () => setTimeout(() => (ctx.state.person ? open(ctx, person, field) : find(ctx, `open:${person}`)?.focus()), 0);
  const box = dialog(ctx, { title, onclose: back, draw: (close) => {
    const used = usedBy(ctx, answers(model));
    const now = answer(model, field)?.value?.bank;
    const match = (s) => (s.use === kind || s.use === "both") && query.toLowerCase().split(/\s+/).every((part) => s.text.toLowerCase().includes(part));
    const bank = (model.get("spec").statements ?? []).filter(match);
    const sorted = [...bank.filter((s) => !used[s.id]), ...bank.filter((s) => used[s.id])];
    return [
      h("label", {}, h("span", { class: "sk-hidden" }, t(model, "boards.chain.search")), h("input", { class: "sk-input", type: "search", key: "search", value: query,
        placeholder: t(model, "boards.chain.search"), oninput: (e) => { query = e.currentTarget.value; box.redraw(); } })),
      sorted.length ? h("ul", { class: "sk-levels", onkeydown: (e) => arrows(e, ".sk-level", { keys: "column" }) }, sorted.map((s) => h("li", { key: s.id },
        h("button", { class: "sk-level", "aria-pressed": String(s.id === now), onclick: () => {
          change(model, field, { value: { bank: s.id } });
          setFocus(model, field, title);
          close();
        } }, h("span", {}, s.text), used[s.id] ? h("span", { class: "sk-soft sk-small" }, t(model, "boards.chain.used", { where: used[s.id].join(t(model, "boards.and")) })) : null))))
        : h("p", { class: "sk-soft" }, t(model, "boards.chain.none-found")),
    ];
  } });
  box.node.querySelector("input")?.focus();
}

function statementControl(ctx, { person, field, kind, what }) {
  const { model, state } = ctx;
  const a = answer(model, field);
  const label = labelFor(model, person, what);
  const own = !a?.value?.bank && (typeof a?.value?.text === "string" || state.own.has(field));
  const off = locked(model);
  const put = (value) => { change(model, field, { value }); setFocus(model, field, label); };
  const choose = button({ icon: "search", text: t(model, isBlank(a) ? "boards.chain.choose" : "boards.chain.other"), kind: isBlank(a) ? "" : "quiet", key: "choose", disabled: off,
    label: `${label}: ${t(model, isBlank(a) ? "boards.chain.choose" : "boards.chain.other")}`,
    onclick: () => { state.own.delete(field); pick(ctx, person, field, kind); } });
  const write = button({ icon: "pen", text: t(model, "boards.chain.own"), kind: "quiet", disabled: off, label: `${label}: ${t(model, "boards.chain.own")}`, onclick: () => {
    state.own.add(field);
    if (isUnknown(a) || a?.value?.bank) put(null);
    ctx.redraw();
    soon(ctx, () => find(ctx, `text:${field}`)?.focus(), 20);
  } });
  const unknown = button({ text: t(model, "views.kit.unknown"), kind: "quiet", pressed: isUnknown(a), disabled: off, label: `${label}: ${t(model, "views.kit.unknown")}`,
    onclick: () => { state.own.delete(field); put(isUnknown(a) ? null : "unknown"); } });
  const clear = isBlank(a) && !own ? null : iconButton({ icon: "close", kind: "quiet", label: `${label}: ${t(model, "boards.chain.clear")}`, disabled: off, onclick: () => { state.own.delete(field); put(null); } });
  return h("div", { class: "sk-statement", data: { field }, onfocusin: () => setFocus(model, field, label) },
    own ? textField(ctx, { field, label: t(model, "boards.chain.own-label", { what: label }), hideLabel: true, rows: 2, placeholder: t(model, "boards.chain.own"),
      read: (x) => (typeof x?.value?.text === "string" ? x.value.text : ""), write: (text) => ({ text }), onfocus: () => setFocus(model, field, label) })
      : isBlank(a) ? null : h("div", { class: `sk-said ${isConfirmed(a) ? "sk-said-firm" : ""}` }, h("p", { class: "sk-grow" }, statement(model, a, "boards.chain.no-pain").text), clear),
    h("div", { class: "sk-row" }, choose, own ? clear : [write, unknown]));
}

const cited = (ctx, field, label) => {
  const a = answer(ctx.model, field);
  return isBlank(a) && !a?.cites?.length ? null : [notConfirmed(ctx, field), citeRow(ctx, { field, label })];
};

function addReason(ctx, person, ns) {
  const free = Array.from({ length: MOST_REASONS }, (_, i) => String(i + 1)).find((n) => !ns.includes(n));
  if (!free) return toast(ctx, t(ctx.model, "boards.chain.full"));
  (ctx.state.added[person] ??= []).push(free);
  open(ctx, person, `${person}/reasons/${free}`);
}

function removeReason(ctx, person, n) {
  const { model, state } = ctx;
  state.added[person] = (state.added[person] ?? []).filter((m) => m !== n);
  for (const field of [`${person}/reasons/${n}`, `${person}/reasons/${n}/owner`]) {
    draftsOf(model).delete(field);
    state.own.delete(field);
    edit(model, field, null);
  }
  sayOutbox(model); // what was being typed is gone too
  announce(ctx, t(model, "boards.chain.removed", { reason: reasonName(model, n) }));
  open(ctx, person, `${person}/pain`);
}

function reasonPart(ctx, person, n) {
  const { model } = ctx;
  const field = `${person}/reasons/${n}`;
  const name = reasonName(model, n);
  const owner = t(model, "boards.chain.owner-short", { reason: name });
  const label = labelFor(model, person, owner);
  const options = [{ id: "leaf", name: t(model, "boards.chain.leaf") },
    ...people(model).filter((p) => p.id !== person).map((p) => ({ id: p.id, name: t(model, "boards.chain.owner-person", { name: p.name }) })),
    { id: "unknown", name: t(model, "views.kit.unknown") }];
  return h("section", { class: "sk-mark sk-reason-part", key: `reason:${n}` },
    h("div", { class: "sk-choice-head" }, h("h4", { class: "sk-grow" }, name),
      locked(model) ? null : iconButton({ icon: "trash", kind: "quiet", label: t(model, "boards.chain.remove-reason", { reason: name }), onclick: () => removeReason(ctx, person, n) })),
    statementControl(ctx, { person, field, kind: "reason", what: name }), cited(ctx, field, labelFor(model, person, name)),
    h("div", { class: "sk-owner", data: { field: `${field}/owner` }, onfocusin: () => setFocus(model, `${field}/owner`, label) },
      select({ label: t(model, "boards.chain.owner"), options, value: answer(model, `${field}/owner`)?.value, blank: t(model, "boards.chain.owner-blank"),
        disabled: locked(model), key: `owner:${field}`, onpick: (to) => passOn(ctx, person, n, to) }),
      cited(ctx, `${field}/owner`, label)),
    findingsAt(ctx, field));
}

function inspectChain(ctx, person, all, ns) {
  const { model } = ctx;
  const field = `${person}/pain`;
  const pain = t(model, "boards.chain.pain");
  const above = people(model).flatMap(({ id }) => Array.from({ length: MOST_REASONS }, (_, i) => i + 1).filter((n) => ownerOf(all, id, n)?.value === person).map(() => nameOf(model, id)));
  const loose = (model.get("problems") ?? []).filter((p) => p.place === person);
  return {
    progress: isBlank(all[field]) ? t(model, "boards.chain.person-progress.none") : t(model, "boards.chain.person-progress", { n: ns.length }),
    body: [
      loose.length ? h("ul", { class: "sk-findings", key: "loose" }, loose.map((p) => h("li", { class: `sk-finding sk-finding-${p.severity}`, key: p.code }, severity(model, p.severity), h("span", {}, p.message), h("span", { class: "sk-next" }, p.next)))) : null,
      h("section", { class: "sk-mark", key: "pain" }, h("h4", {}, pain), statementControl(ctx, { person, field, kind: "pain", what: pain }),
        cited(ctx, field, labelFor(model, person, pain)), findingsAt(ctx, field),
        above.length ? h("p", { class: "sk-soft sk-small" }, t(model, "boards.chain.felt-by", { who: [...new Set(above)].join(t(model, "boards.and")) })) : null),
      ns.map((n) => reasonPart(ctx, person, n)),
      locked(model) || ns.length >= MOST_REASONS ? null : h("div", { key: "add" }, button({ icon: "plus", text: t(model, "boards.chain.add-reason"), onclick: () => addReason(ctx, person, ns) })),
    ],
  };
}

function chainLegend(ctx) {
  const { model } = ctx;
  const item = (kind, text) => h("span", { class: "sk-legend-item" }, h("span", { class: `sk-end sk-end-firm sk-end-${kind}`, "aria-hidden": "true" }, kind === "unknown" ? "?" : null), text);
  const box = (kind, text) => h("span", { class: "sk-legend-item" }, h("span", { class: `sk-swatch sk-pain-${kind}`, "aria-hidden": "true" }), text);
  return h("div", { class: "sk-legend" }, h("p", { class: "sk-lead" }, t(model, "boards.chain.lead")),
    h("dl", {},
      h("div", {}, h("dt", {}, t(model, "boards.chain.owner")), h("dd", {}, item("passed", t(model, "boards.legend.passed")), item("leaf", t(model, "boards.legend.leaf")),
        item("unknown", t(model, "boards.legend.unknown")), item("blank", t(model, "boards.legend.blank")))),
      h("div", {}, h("dt", {}, t(model, "boards.legend.state")), h("dd", {}, box("firm", t(model, "boards.legend.firm")), box("open", t(model, "boards.legend.open")), box("blank", t(model, "boards.legend.blank"))))));
}

function setup(ctx) {
  Object.assign(ctx.state, { added: {}, own: new Set(), positions: readPositions(ctx.model) });
  boardSetup(ctx, { ready: (person, field) => {
    const hit = field && reasonOf(field);
    if (hit) ctx.state.added[person] = [...new Set([...(ctx.state.added[person] ?? []), hit[2]])];
  } });
  const say = (key) => t(ctx.model, key);
  ctx.state.keys = () => [[["← → ↑ ↓"], say("boards.keys.move")], [["Enter"], say("boards.keys.open")], [["Esc"], say("boards.keys.close")],
    [["P"], say("boards.keys.pain")], [["R"], say("boards.keys.reason")], [["Ctrl Z", "Ctrl Y"], say("boards.keys.undo")], [["?"], say("boards.keys.help")]];
}

function draw(ctx) {
  const { model, state } = ctx;
  const all = answers(model);
  const why = reasonsOf(ctx, all);
  const here = onBoard(ctx, all, why);
  const tidy = !state.table && !isNarrow(ctx) && Object.keys(state.positions).length
    ? button({ icon: "board", text: t(model, "boards.chain.tidy"), kind: "quiet", title: t(model, "boards.chain.tidy-long"), onclick: () => { keepPositions(ctx, {}); zoomTo(ctx, null); } }) : null;
  return [frame(ctx, {
    title: t(model, "boards.chain.title"),
    progress: t(model, "boards.chain.progress", { n: here.length, of: people(model).length }),
    tools: tidy, views: ["boards.as-chain", "boards.as-outline"],
    board: () => chainBoard(ctx, all, why, here), table: () => outline(ctx, all, why, here),
    inspector: (person) => inspectChain(ctx, person, all, why[person] ?? []), legend: () => chainLegend(ctx),
  })];
}

export default defineView("pain-chain", { setup, draw });
