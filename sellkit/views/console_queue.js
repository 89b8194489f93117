/* The console's queue: what waits, by state, exercise, team and name. */

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

/* Bring the open answer's row into the list's window, without moving the page. */
function showRow(ctx) {
  const row = ctx.root.querySelector(".sk-qrow[aria-current]");
  const list = row?.closest(".sk-rows");
  if (!list) return;
  const [inner, outer] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + 8;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + 8;
}
