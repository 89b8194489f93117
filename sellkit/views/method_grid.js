/* The small map of a grid: what lies where, as it is answered; a name leads to its questions. */

function cellOf(model, entry) {
  const [x, y] = ["x", "y"].map((side) => answer(model, `${entry.id}/${side}`));
  return [x, y].some((a) => stateOf(a) === "blank" || isUnknown(a)) ? null : { x: x.value, y: y.value, firm: isConfirmed(x) && isConfirmed(y) };
}

const regionAt = (map, x, y) => map.regions.find((region) => region.x.includes(x) && region.y.includes(y));

function gridMap(ctx) {
  const { model } = ctx;
  const { map } = methodOf(model);
  if (!map) return null;
  const entries = entriesOf(model).map((entry) => [entry, cellOf(model, entry)]);
  const waiting = entries.filter(([, cell]) => !cell).map(([entry]) => entry.name);
  const within = (x, y) => entries.filter(([, cell]) => cell?.x === x && cell?.y === y);
  const seen = new Set(); // a region is named once, in its first cell from the top
  const cell = (x, y) => {
    const region = regionAt(map, x.id, y.id);
    const named = region && !seen.has(region.id);
    seen.add(region?.id);
    return h("td", { class: `sk-grid-cell sk-tint-${map.regions.indexOf(region) % 4}`, key: x.id },
      region ? h("span", { class: named ? "sk-region" : "sk-hidden" }, region.name) : null,
      within(x.id, y.id).map(([entry, { firm }]) => h("button", { class: `sk-placed ${firm ? "" : "is-open"}`, key: `placed:${entry.id}`,
        "aria-label": firm ? entry.name : `${entry.name}${t(model, "views.method.not-confirmed")}`, onclick: () => open(ctx, entry) }, entry.name)));
  };
  return h("div", { class: "sk-card sk-grid-map", key: "map" },
    h("table", { "aria-label": t(model, "views.method.map", { x: map.x.name, y: map.y.name }) },
      h("tbody", {}, [...map.y.levels].reverse().map((y) => h("tr", { key: y.id }, h("th", { scope: "row" }, y.name), map.x.levels.map((x) => cell(x, y))))),
      h("tfoot", {}, h("tr", {}, h("td", {}), map.x.levels.map((x) => h("th", { scope: "col", key: x.id }, x.name))))),
    h("p", { class: "sk-soft sk-small" }, t(model, "views.method.axes", { x: map.x.name, y: map.y.name })),
    waiting.length ? h("p", { class: "sk-soft sk-small", key: "waiting" }, t(model, "views.method.waiting", { names: waiting.join(t(model, "views.method.and")) })) : null);
}

/* Where something lies, and what to do about it. */
function placed(model, entry) {
  const { map } = methodOf(model);
  const cell = map && cellOf(model, entry);
  const region = cell && regionAt(map, cell.x, cell.y);
  return region ? h("p", { class: "sk-region-says", key: "region" }, h("strong", {}, region.name), h("span", {}, region.says), h("span", {}, icon("right"), region.next)) : null;
}
