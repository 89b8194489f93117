/* The relationship map: people on the organisation tree, five marks each, lines of influence, the two outlines. */

const MARKS = ["roles", "adaptability", "attitude", "coverage", "circle"];
const GROUPS = ["structure", "inner"];
const LETTERS = { i: "innovator", v: "visionary", p: "pragmatist", c: "conservative", l: "laggard" };
const SIGNS = { "*": "sponsor", "+": "supporter", "=": "neutral", "-": "non-supporter", "−": "non-supporter", x: "opponent" };
const COVER = ["none", "brief", "multiple", "in-depth"];
const CIRCLES = ["inner", "structure", "outside", "unknown", null];

const markName = (model, mark) => t(model, `boards.mark.${mark}`);
const levels = (model, mark) => model.get("spec").scales?.[mark] ?? [];
const helpOf = (model, mark) => model.get("spec").help?.[mark] ?? [];
const listOf = (a) => (Array.isArray(a?.value) ? a.value : []);
const blankMark = (a) => isBlank(a) || (Array.isArray(a?.value) && !a.value.length);
const labelOf = (model, person, mark) => `${nameOf(model, person)}: ${markName(model, mark)}`;

/* ---- marks ---- */

function badge(model, mark, a) {
  const { badges, outlines } = model.get("spec");
  const { shape, levels: table } = badges[mark];
  const value = a?.value;
  const known = !blankMark(a) && !isUnknown(a);
  const made = known && !Array.isArray(value) ? table[value] : null;
  const text = isUnknown(a) ? "?" : Array.isArray(value) && known ? [...Object.keys(table)].filter((k) => value.includes(k)).join("") : made?.text ?? "";
  const state = blankMark(a) ? "blank" : isUnknown(a) ? "unknown" : isConfirmed(a) ? "firm" : "open";
  const wide = 26 + 11 * Math.max(0, text.length - 1);
  const colour = known ? made?.colour ?? "#1f2a37" : "#5b6675";
  const ink = state === "firm" ? "#ffffff" : colour;
  const paint = { class: `sk-badge-edge sk-badge-${state}`, fill: state === "firm" ? colour : "#ffffff", stroke: state === "blank" ? "#8b95a1" : colour };
  return svg("svg", { class: "sk-badge", width: wide, height: 26, viewBox: `0 0 ${wide} 26`, "aria-hidden": "true", focusable: "false" },
    shape === "square" ? svg("rect", { ...paint, x: 1, y: 1.5, width: wide - 2, height: 23, rx: 2 }) : svg("path", { ...paint, d: outlines[shape] }),
    (made?.drawing ?? []).map(([d, filled]) => svg("path", { d, fill: filled ? ink : "none", stroke: ink, "stroke-width": 1.4 })),
    text ? svg("text", { x: wide / 2, y: 18, "text-anchor": "middle", "font-size": 14, "font-weight": 700, fill: ink }, text) : null);
}

/* A mark in words, for screen readers and the table. */
function says(model, mark, a) {
  const name = markText(model, mark, a);
  return isBlank(a) || isUnknown(a) || isConfirmed(a) ? name : name + t(model, "boards.unconfirmed");
}

function markText(model, mark, a) {
  if (blankMark(a)) return t(model, "boards.legend.blank");
  if (isUnknown(a)) return t(model, "boards.legend.unknown");
  return levels(model, mark).filter((l) => [a.value].flat().includes(l.id)).map((l) => l.name).join(t(model, "boards.and"));
}

const filledOf = (all, person) => MARKS.filter((mark) => !blankMark(all[`${person}/${mark}`])).length;

function setMark(ctx, person, mark, value) {
  const { model } = ctx;
  const field = `${person}/${mark}`;
  change(model, field, { value });
  setFocus(model, field, labelOf(model, person, mark));
  announce(ctx, `${labelOf(model, person, mark)}: ${says(model, mark, answer(model, field))}`);
}

function toggleRole(ctx, person, role) {
  const now = listOf(answer(ctx.model, `${person}/roles`));
  setMark(ctx, person, "roles", now.includes(role) ? now.filter((r) => r !== role) : ["U", "E", "D", "A"].filter((r) => r === role || now.includes(r)));
}

function shortcut(ctx, person, event) {
  const key = event.key.toLowerCase();
  const now = (mark) => answer(ctx.model, `${person}/${mark}`)?.value ?? null;
  const put = (mark, value) => setMark(ctx, person, mark, now(mark) === value ? null : value);
  if (locked(ctx.model)) return false;
  if ("ueda".includes(key) && key.length === 1) toggleRole(ctx, person, key.toUpperCase());
  else if (LETTERS[key]) put("adaptability", LETTERS[key]);
  else if (SIGNS[key]) put("attitude", SIGNS[key]);
  else if (/^[0-3]$/.test(key)) put("coverage", COVER[key]);
  else if (key === "r") setMark(ctx, person, "circle", CIRCLES[(CIRCLES.indexOf(now("circle")) + 1) % CIRCLES.length]);
  else return false;
  return true;
}

function influence(ctx, from, to) {
  const { model } = ctx;
  const field = `${from}/influences`;
  const now = listOf(answer(model, field));
  if (now.includes(to)) return;
  change(model, field, { value: [...now, to] });
  setFocus(model, field, labelOf(model, from, "influences"));
  announce(ctx, t(model, "boards.line-added", { from: nameOf(model, from), to: nameOf(model, to) }));
}

/* ---- the map ---- */

function outlines(size) {
  return GROUPS.map((group) => {
    const boxes = (grow, layer) => (size.outlines?.[group]?.parts ?? []).map(([x, y, w, h0]) => svg("rect", { class: `sk-outline-${group}-${layer}`,
      x: x - grow, y: y - grow, width: w + 2 * grow, height: h0 + 2 * grow, rx: 9 + grow }));
    const layers = group === "structure" ? [[3.6, "line"], [2.6, "gap"], [1, "line"], [0, "fill"]] : [[2.5, "line"], [0, "fill"]];
    return svg("g", { key: group }, layers.map(([grow, layer]) => boxes(grow, layer)));
  });
}

function outlineNames(ctx, size) {
  const wide = Object.values(size.cards)[0]?.[2] ?? 0;
  return GROUPS.flatMap((group) => (size.outlines?.[group]?.labels ?? []).map(([x, y], n) => h("span", { class: `sk-outline-name sk-outline-name-${group}`,
    key: `${group}:${n}`, "aria-hidden": "true", style: { left: `${group === "inner" ? x + wide : x}px`, top: `${y}px` } }, t(ctx.model, `boards.${group}`))));
}

function lines(ctx, size, all) {
  const { model } = ctx;
  const straight = (from, to) => {
    const [a, b] = [size.cards[from], size.cards[to]];
    return a && b ? `M${a[0] + a[2] / 2} ${a[1] + a[3] / 2}L${b[0] + b[2] / 2} ${b[1]}` : "";
  };
  return [
    Object.entries(size.reporting ?? {}).map(([id, d]) => svg("path", { class: "sk-reporting", key: `r:${id}`, d })),
    people(model).flatMap(({ id }) => listOf(all[`${id}/influences`]).map((to) => svg("path", {
      class: `sk-influence ${isConfirmed(all[`${id}/influences`]) ? "sk-influence-firm" : ""}`, key: `i:${id}:${to}`,
      d: size.influences?.[`${id}>${to}`] ?? straight(id, to), "marker-end": arrowEnd(ctx) }))),
  ];
}

function card(ctx, size, person, all) {
  const { model, state } = ctx;
  const { id } = person;
  const marks = MARKS.map((m) => all[`${id}/${m}`]);
  const sign = JSON.stringify([numberOf(size), numberOf(model.get("spec")), locked(model), state.person === id, firstOf(ctx, size.cards) === id, marks, findingsOf(ctx, id)]);
  return kept("div", `card:${id}`, sign, () => drawnCard(ctx, size, person, all));
}

function drawnCard(ctx, size, person, all) {
  const { model, state } = ctx;
  const { id, name, title } = person;
  const [x, y, w, h0] = size.cards[id];
  const label = [`${name}, ${title}.`, ...MARKS.map((m) => `${markName(model, m)}: ${says(model, m, all[`${id}/${m}`])}.`)].join(" ");
  const circle = all[`${id}/circle`]?.value;
  return h("div", { class: `sk-person sk-map-card ${circle === "inner" ? "sk-in-inner" : circle === "structure" ? "sk-in-structure" : ""} ${state.person === id ? "sk-person-here" : ""}`,
    key: `card:${id}`, data: { person: id }, style: { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h0}px` } },
    personButton(ctx, id, { label, cards: size.cards, tree: true, extra: (e) => shortcut(ctx, id, e) },
      h("span", { class: "sk-person-name" }, name), h("span", { class: "sk-person-title" }, title),
      h("span", { class: "sk-badges" }, MARKS.map((m) => badge(model, m, all[`${id}/${m}`])))),
    findingCount(ctx, id),
    locked(model) ? null : h("span", { class: "sk-handle sk-map-handle", "aria-hidden": "true", title: t(model, "boards.pull-influence"), data: { drag: "line" },
      onpointerdown: (e) => startLink(ctx, e, id, { start: [x + w, y + 22], ondrop: (to) => influence(ctx, id, to) }) }));
}

function map(ctx, all) {
  const size = plan(ctx);
  return canvas(ctx, size,
    svg("svg", { class: "sk-lines", width: size.width, height: size.height, "aria-hidden": "true", key: "lines" },
      arrowHead(ctx), outlines(size), lines(ctx, size, all)),
    outlineNames(ctx, size),
    people(ctx.model).filter((p) => size.cards[p.id]).map((p) => card(ctx, size, p, all)), rubber(size));
}

/* ---- the table ---- */

function table(ctx, all) {
  const { model, state } = ctx;
  const brief = roomFor(ctx) < 620;
  return h("div", { class: `sk-table-wrap ${brief ? "sk-table-brief" : ""}` }, h("table", { class: "sk-board-table", key: "table" },
    h("caption", { class: "sk-hidden" }, t(model, "boards.map.title")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t(model, "boards.person")),
      MARKS.map((m) => h("th", { scope: "col" }, markName(model, m))), brief ? null : h("th", { scope: "col" }, markName(model, "influences")))),
    h("tbody", {}, people(model).map(({ id, name, title }) => h("tr", { key: id, class: state.person === id ? "sk-row-here" : "" },
      h("th", { scope: "row" }, h("button", { class: "sk-cell", key: `open:${id}`, onclick: () => open(ctx, id) },
        h("span", {}, name, brief ? null : h("span", { class: "sk-person-title" }, title))), findingCount(ctx, id)),
      MARKS.map((m) => h("td", {}, h("button", { class: "sk-cell", onclick: () => open(ctx, id, `${id}/${m}`),
        "aria-label": `${labelOf(model, id, m)}: ${says(model, m, all[`${id}/${m}`])}` },
        badge(model, m, all[`${id}/${m}`]), roomFor(ctx) < (m === "roles" ? 1100 : 840) ? null : h("span", {}, blankMark(all[`${id}/${m}`]) ? "" : markText(model, m, all[`${id}/${m}`]))))),
      brief ? null : h("td", {}, h("button", { class: "sk-cell", onclick: () => open(ctx, id, `${id}/influences`), "aria-label": labelOf(model, id, "influences") },
        listOf(all[`${id}/influences`]).map((to) => nameOf(model, to)).join(t(model, "boards.and")) || "–")))))));
}

/* ---- the inspector ---- */

function roles(ctx, person) {
  const { model } = ctx;
  const field = `${person}/roles`;
  const label = labelOf(model, person, "roles");
  const a = answer(model, field);
  const on = listOf(a);
  const options = levels(model, "roles");
  return h("div", { class: "sk-choice", data: { field }, onfocusin: () => setFocus(model, field, label) },
    h("div", { class: "sk-choice-head" }, h("span", { class: "sk-label" }, markName(model, "roles")),
      iconButton({ icon: "help", kind: "quiet", label: t(model, "views.kit.help-choose", { what: label }),
        onclick: () => helpChoose(ctx, { title: markName(model, "roles"), options, value: null, help: helpOf(model, "roles"), onpick: (id) => on.includes(id) || toggleRole(ctx, person, id) }) })),
    h("div", { class: "sk-segmented", role: "group", "aria-label": t(model, "boards.roles-several", { what: markName(model, "roles") }),
      onkeydown: (e) => arrows(e, "[role=checkbox]") },
      [...options, { id: "unknown", name: t(model, "views.kit.unknown") }].map((o) => {
        const picked = o.id === "unknown" ? isUnknown(a) : on.includes(o.id);
        return h("button", { class: `sk-segment ${o.id === "unknown" ? "sk-segment-unknown" : ""}`, role: "checkbox", key: o.id, "aria-checked": String(picked), title: o.says,
          disabled: locked(model), onclick: () => (o.id === "unknown" ? setMark(ctx, person, "roles", picked ? null : "unknown") : toggleRole(ctx, person, o.id)) },
          o.id === "unknown" ? null : h("span", { class: "sk-sign", "aria-hidden": "true" }, o.sign ?? o.id), h("span", {}, o.name));
      })));
}

function influences(ctx, person) {
  const { model } = ctx;
  const field = `${person}/influences`;
  const label = labelOf(model, person, "influences");
  const a = answer(model, field);
  const on = listOf(a);
  const left = people(model).filter((p) => p.id !== person && !on.includes(p.id)).map(({ id, name }) => ({ id, name }));
  const drop = (to) => change(model, field, { value: on.filter((id) => id !== to) });
  return h("div", { class: "sk-choice", data: { field }, onfocusin: () => setFocus(model, field, label) },
    h("div", { class: "sk-choice-head" }, h("span", { class: "sk-label" }, t(model, "boards.influences-whom"))),
    on.length ? h("div", { class: "sk-row" }, on.map((to) => chip({ key: to, icon: "person", text: nameOf(model, to), onremove: locked(model) ? null : () => drop(to),
      removeLabel: t(model, "boards.line-remove", { to: nameOf(model, to) }) }))) : null,
    left.length ? select({ label: t(model, "boards.influences-add"), hideLabel: true, blank: t(model, "boards.influences-add"), options: left, value: "",
      disabled: locked(model), key: `add:${field}`, onpick: (to) => to && influence(ctx, person, to) }) : null);
}

function inspector(ctx, person) {
  const { model } = ctx;
  const all = answers(model);
  const mark = (name, control) => {
    const field = `${person}/${name}`;
    const sign = JSON.stringify([numberOf(model.get("spec")), locked(model), model.get("focus") === field, all[field], findingsOf(ctx, field)]);
    return kept("section", name, sign, () => h("section", { class: "sk-mark", key: name }, control(), notConfirmed(ctx, field),
      blankMark(answer(model, field)) && !answer(model, field)?.cites?.length ? null : citeRow(ctx, { field, label: labelOf(model, person, name) }), findingsAt(ctx, field)));
  };
  const loose = (model.get("problems") ?? []).some((p) => p.place === person);
  return {
    progress: t(model, "boards.person-progress", { n: filledOf(all, person), of: MARKS.length }),
    body: [
      loose ? h("ul", { class: "sk-findings", key: "loose" }, (model.get("problems") ?? []).filter((p) => p.place === person).map((p) =>
        h("li", { class: `sk-finding sk-finding-${p.severity}`, key: p.code }, severity(model, p.severity), h("span", {}, p.message), h("span", { class: "sk-next" }, p.next)))) : null,
      mark("roles", () => roles(ctx, person)),
      ["adaptability", "attitude", "coverage", "circle"].map((name) => mark(name, () => choice(ctx, { field: `${person}/${name}`, label: markName(model, name),
        options: levels(model, name), help: helpOf(model, name), focusLabel: labelOf(model, person, name) }))),
      mark("influences", () => influences(ctx, person)),
    ],
  };
}

function legend(ctx) {
  const { model } = ctx;
  const sample = (mark, value, firm = true) => badge(model, mark, firm ? { value, cites: ["x"], confidence: "explicit" } : { value });
  const item = (picture, text) => h("span", { class: "sk-legend-item" }, picture, text);
  const rows = MARKS.map((m) => [markName(model, m), levels(model, m).map((l) => item(sample(m, m === "roles" ? [l.id] : l.id), l.name))]);
  rows.push([t(model, "boards.legend.state"), [item(sample("adaptability", "visionary"), t(model, "boards.legend.firm")), item(sample("adaptability", "visionary", false), t(model, "boards.legend.open")),
    item(sample("adaptability", "unknown"), t(model, "boards.legend.unknown")), item(sample("adaptability", null), t(model, "boards.legend.blank"))]]);
  const line = (kind) => svg("svg", { class: "sk-line-sample", width: 30, height: 14, viewBox: "0 0 30 14", "aria-hidden": "true" }, arrowHead(ctx),
    svg("path", { class: `sk-${kind}`, d: "M1 7H28", "marker-end": kind === "reporting" ? null : arrowEnd(ctx) }));
  rows.push([t(model, "boards.legend.lines"), [item(line("reporting"), t(model, "boards.legend.reports")), item(line("influence sk-influence-firm"), t(model, "boards.legend.influence"))]]);
  return h("div", { class: "sk-legend" }, h("p", { class: "sk-lead" }, t(model, "boards.map.lead")),
    h("dl", {}, rows.map(([name, items]) => h("div", {}, h("dt", {}, name), h("dd", {}, items)))));
}

function setup(ctx) {
  boardSetup(ctx, {});
  const say = (key) => t(ctx.model, key);
  ctx.state.keys = () => [
    [["← → ↑ ↓"], say("boards.keys.move")], [["Enter"], say("boards.keys.open")], [["Esc"], say("boards.keys.close")],
    [["U", "E", "D", "A"], markName(ctx.model, "roles")], [["I", "V", "P", "C", "L"], markName(ctx.model, "adaptability")],
    [["*", "+", "=", "−", "X"], markName(ctx.model, "attitude")], [["0", "1", "2", "3"], markName(ctx.model, "coverage")],
    [["R"], say("boards.keys.circle")], [["Ctrl Z", "Ctrl Y"], say("boards.keys.undo")], [["?"], say("boards.keys.help")],
  ];
}

function draw(ctx) {
  const { model } = ctx;
  const all = answers(model);
  const done = people(model).reduce((sum, p) => sum + filledOf(all, p.id), 0);
  return [frame(ctx, {
    title: t(model, "boards.map.title"),
    progress: t(model, "boards.map.progress", { n: done, of: people(model).length * MARKS.length }),
    views: ["boards.as-map", "boards.as-table"],
    board: () => map(ctx, all), table: () => table(ctx, all), inspector: (person) => inspector(ctx, person), legend: () => legend(ctx),
  })];
}

export default defineView("relationship-map", { setup, draw });
