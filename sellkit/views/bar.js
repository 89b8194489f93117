/* The bar, the panes of a narrow screen, and the dialogs that belong to the whole answer. */

const WIDE = 1100;
const NARROW = 760;
const SLOW_MS = 4000;
const PANES = { dossier: "report", board: "board", checks: "check" };

function saveState(ctx) {
  const { model, state } = ctx;
  const status = model.get("status") ?? {};
  if (status.state === "failed") return ["failed", "error", t(model, "views.bar.not-saved")];
  if (status.state === "readonly") return ["readonly", "eye", status.message || t(model, "views.bar.readonly")];
  if (state.pending && Date.now() - state.since > SLOW_MS) return ["late", "warning", t(model, "views.bar.kept")];
  if (state.handing) return Date.now() - state.handing.since > SLOW_MS ? ["late", "warning", t(model, "views.bar.handing-late")] : ["saving", "send", t(model, "views.bar.handing")];
  if (state.pending || state.typing) return ["saving", "clock", t(model, "views.bar.saving")];
  if (status.at) return ["saved", "check", t(model, "views.bar.saved", { at: clock(model, status.at) })];
  return ["fresh", "check", t(model, "views.bar.fresh")];
}

/* ---- the answer's size and open points, for the submit dialog ---- */

const labelOf = (model, field) => model.get("spec").labels?.[field] ?? field;

function valueText(model, value) {
  if (value === null || value === undefined || value === "") return t(model, "views.kit.blank");
  if (value === "unknown") return t(model, "views.kit.unknown");
  if (Array.isArray(value)) return value.map((v) => valueText(model, v)).join(" · ");
  if (typeof value === "object") {
    return value.text ?? (model.get("spec").statements ?? []).find((s) => s.id === value.bank)?.text ?? value.bank ?? "";
  }
  return model.get("spec").names?.[value] ?? String(value);
}

function fieldList(ctx, title, fields, close) {
  const { model } = ctx;
  if (!fields.length) return null;
  return h("details", { class: "sk-open-points", open: fields.length <= 4 },
    h("summary", {}, title, h("span", { class: "sk-count" }, fields.length)),
    h("ul", {}, fields.map(([field, says], n) => h("li", { key: `${field}:${n}` }, h("button", { class: "sk-go",
      onclick: () => { close(); send("sellkit:pane", { pane: "board" }); if (field) jump(field); } },
      h("strong", {}, field ? labelOf(model, field) : ""), h("span", {}, says ?? ""), icon("right"))))));
}

function openSubmit(ctx) {
  const { model, state } = ctx;
  dialog(ctx, {
    title: t(model, "views.bar.submit-title"),
    draw: (close) => {
      const given = Object.entries(answers(model));
      const problems = model.get("problems") ?? [];
      const unknown = given.filter(([, a]) => isUnknown(a)).map(([f]) => [f]);
      const status = model.get("status") ?? {};
      const clean = !problems.length && !unknown.length;
      return [
        h("p", {}, t(model, "views.bar.submit-says", { filled: status.filled ?? given.length, total: status.total ?? given.length })),
        clean ? h("p", { class: "sk-clean" }, icon("check"), t(model, "views.bar.submit-clean")) : null,
        fieldList(ctx, t(model, "views.bar.submit-problems"), problems.map((p) => [p.place, p.message]), close),
        fieldList(ctx, t(model, "views.bar.submit-unknown"), unknown, close),
        h("p", { class: "sk-soft sk-small" }, t(model, "views.bar.submit-again")),
        state.pending ? h("p", { class: "sk-late", role: "status" }, icon("clock"), t(model, "views.bar.submit-wait")) : null];
    },
    actions: (close) => [button({ text: t(model, "views.kit.cancel"), key: "cancel", onclick: close }),
      button({ text: t(model, "views.bar.submit"), icon: "send", kind: "main", key: "go", disabled: state.pending > 0,
        onclick: () => { handIn(ctx); close(); } })],
  });
}

/* Asked again until the receipt is here: what is sent into a dead network is lost without a word. */
function handIn({ model, state, redraw }) {
  state.handing ??= { wish: newId(), since: Date.now(), before: model.get("status")?.receipt?.attempt ?? 0 };
  state.handing.asked = Date.now();
  command(model, "submit", { wish: state.handing.wish });
  redraw();
}

function openReceipt(ctx) {
  const { model } = ctx;
  const receipt = model.get("status")?.receipt;
  if (!receipt) return;
  const line = (key, value) => [h("dt", {}, t(model, key)), h("dd", {}, value)];
  dialog(ctx, {
    title: t(model, "views.bar.receipt-title"),
    draw: () => [h("div", { class: "sk-receipt" }, icon("check"), h("dl", {},
      line("views.bar.receipt-at", `${day(model, receipt.at)} ${clock(model, receipt.at)}`), line("views.bar.receipt-attempt", receipt.attempt),
      line("views.bar.receipt-fields", receipt.fields), line("views.bar.receipt-hash", h("code", {}, String(receipt.hash).slice(0, 12))))),
    h("p", { class: "sk-soft" }, t(model, "views.bar.receipt-says"))],
    actions: (close) => [button({ text: t(model, "views.kit.close"), kind: "main", onclick: close })],
  });
}

function openVersions(ctx) {
  const { model } = ctx;
  dialog(ctx, {
    title: t(model, "views.bar.versions"),
    draw: (close) => {
      const versions = [...(model.get("status")?.versions ?? [])].reverse();
      if (!versions.length) return h("p", { class: "sk-soft" }, t(model, "views.bar.versions-none"));
      return [h("p", { class: "sk-soft" }, t(model, "views.bar.versions-says")), h("ul", { class: "sk-versions" }, versions.map((v) => h("li", { key: v.n },
        icon(v.submit ? "send" : "history"),
        h("span", { class: "sk-grow" }, h("strong", {}, `${day(model, v.at)} ${clock(model, v.at)}`), h("br", {}),
          h("span", { class: "sk-soft sk-small" }, t(model, v.submit ? "views.bar.version-submitted" : "views.bar.version-changes", { n: v.changes }))),
        button({ text: t(model, "views.bar.look"), icon: "eye", label: t(model, "views.bar.look-at", { at: clock(model, v.at) }), onclick: () => { command(model, "look", { n: v.n }); close(); } }),
        button({ text: t(model, "views.bar.restore"), icon: "history", label: t(model, "views.bar.restore-at", { at: clock(model, v.at) }), onclick: () => { command(model, "restore", { n: v.n }); close(); } }))))];
    },
  });
}

function openConflicts(ctx) {
  const { model, state } = ctx;
  if (state.conflictDialog) return;
  state.conflictDialog = dialog(ctx, {
    wide: true,
    title: t(model, "views.bar.conflict-title"),
    onclose: () => { state.conflictDialog = null; },
    draw: (close) => {
      const all = Object.entries(model.get("conflicts") ?? {});
      if (!all.length) {
        queueMicrotask(close);
        return null;
      }
      const side = (key, value, field, theirs, params) => h("div", { class: "sk-side" }, h("span", { class: "sk-label" }, t(model, key, params)),
        h("p", {}, valueText(model, value?.value)),
        button({ text: t(model, key === "views.bar.mine" ? "views.bar.keep-mine" : "views.bar.keep-theirs"), onclick: () => settle(ctx, field, value, theirs) }));
      return [h("p", {}, t(model, "views.bar.conflict-says")), all.map(([field, c]) => h("div", { class: "sk-conflict", key: field },
        h("h3", {}, labelOf(model, field)),
        side("views.bar.mine", c.mine, field, c.theirs), side("views.bar.theirs", c.theirs, field, c.theirs, { by: c.by, at: clock(model, c.at) })))];
    },
  });
}

/* Not through edit(): keeping theirs changes nothing, and yet must be said. */
function settle(ctx, field, to, theirs) {
  const { model } = ctx;
  setOutbox(model, [...(model.get("outbox") ?? []), { id: newId(), field, was: theirs ?? null, to: to ?? null, at: new Date().toISOString() }]);
  post(model);
}

/* ---- pieces of the bar ---- */

function minutesLeft(model) {
  const started = Date.parse(model.get("status")?.started ?? "");
  return Number.isNaN(started) ? null : Math.ceil(model.get("spec").minutes - (Date.now() - started) / 60000);
}

function timeBox(ctx) {
  const { model } = ctx;
  const { minutes } = model.get("spec");
  if (!minutes) return null;
  const left = minutesLeft(model);
  const text = left === null ? t(model, "views.kit.minutes", { n: minutes }) : left > 0 ? t(model, "views.bar.left", { n: left }) : t(model, "views.bar.over");
  return h("span", { class: `sk-time ${left !== null && left <= 0 ? "is-over" : ""}`, title: t(model, "views.bar.time-says", { n: minutes }) }, icon("clock"), text);
}

function progress(ctx) {
  const { model } = ctx;
  const { filled = 0, total = 0 } = model.get("status") ?? {};
  if (!total) return null;
  const text = t(model, "views.kit.progress", { filled, total });
  return h("span", { class: "sk-progress", role: "progressbar", "aria-valuenow": filled, "aria-valuemin": 0, "aria-valuemax": total, "aria-valuetext": text, "aria-label": t(model, "views.bar.progress-label") },
    h("span", { class: "sk-track" }, h("span", { class: "sk-fill", style: { width: `${Math.min(100, (100 * filled) / total)}%` } })), h("span", { class: "sk-small" }, text));
}

function paneTabs(ctx) {
  const { model, state } = ctx;
  if (state.size !== "narrow") return null;
  const problems = (model.get("problems") ?? []).length;
  return h("div", { class: "sk-panes", role: "group", "aria-label": t(model, "views.bar.panes"), key: "panes" }, Object.keys(PANES).map((pane) =>
    h("button", { class: "sk-pane", key: pane, "aria-pressed": String(state.pane === pane), onclick: () => showPane(ctx, pane) },
      icon(PANES[pane]), h("span", {}, t(model, `views.bar.pane.${pane}`)),
      pane === "checks" && problems ? h("span", { class: "sk-badge", "aria-label": t(model, "views.kit.problems", { n: problems }) }, problems) : null)));
}

function showPane(ctx, pane) {
  const workbook = ctx.root.closest(".sk-workbook");
  if (ctx.state.pane === pane) return;
  ctx.state.pane = pane;
  if (workbook) workbook.dataset.pane = pane;
  if (ctx.state.size === "narrow") workbook?.scrollIntoView({ block: "start" });
  ctx.redraw();
}

function looking(ctx) {
  const { model } = ctx;
  const { looking: n = null, versions = [] } = model.get("status") ?? {};
  if (n === null) return null;
  const seen = versions.find((v) => v.n === n);
  return h("div", { class: "sk-notice", role: "status", key: "looking" }, icon("eye"), h("span", { class: "sk-grow" }, t(model, "views.bar.looking", { at: seen ? `${day(model, seen.at)} ${clock(model, seen.at)}` : n })),
    button({ text: t(model, "views.bar.restore"), icon: "history", onclick: () => command(model, "restore", { n }) }),
    button({ text: t(model, "views.bar.back"), kind: "main", onclick: () => command(model, "look", { n: null }) }));
}

/* What stood in the way, and what to do: too long for the bar itself. */
function failure(ctx) {
  const { model } = ctx;
  const { state, message } = model.get("status") ?? {};
  return state === "failed" ? h("div", { class: "sk-notice sk-notice-failed", role: "alert", key: "failed" }, icon("error"),
    h("span", { class: "sk-grow" }, message || t(model, "views.bar.failed"))) : null;
}

function conflictNotice(ctx) {
  const { model } = ctx;
  const n = Object.keys(model.get("conflicts") ?? {}).length;
  return n ? h("div", { class: "sk-notice", role: "alert", key: "conflicts" }, icon("warning"), h("span", { class: "sk-grow" }, t(model, "views.bar.conflicts", { n })),
    button({ text: t(model, "views.bar.conflict-open"), onclick: () => openConflicts(ctx) })) : null;
}

function measure(ctx, tries = 120) {
  const workbook = ctx.root.closest(".sk-workbook");
  if (!workbook) {
    /* The room server draws a view before it puts it into its page. */
    if (tries) requestAnimationFrame(() => measure(ctx, tries - 1));
    return;
  }
  const set = () => {
    workbook.style.setProperty("--bar", `${ctx.root.offsetHeight}px`);
    const width = workbook.clientWidth;
    const size = width >= WIDE ? "wide" : width < NARROW ? "narrow" : "middle";
    if (ctx.state.size === size) return;
    ctx.state.size = workbook.dataset.size = size;
    workbook.dataset.pane = ctx.state.pane;
    /* In a notebook a cell's foot is anywhere, so the tabs stand at the head there. */
    workbook.dataset.tabs = workbook.closest(".jp-Notebook") ? "top" : "foot";
    ctx.redraw();
  };
  const observer = new ResizeObserver(set);
  observer.observe(workbook);
  observer.observe(ctx.root);
  ctx.cleanup(() => observer.disconnect());
  set();
}

export default defineView("bar", {
  edits: false,
  setup(ctx) {
    const { model, state } = ctx;
    Object.assign(state, { pane: "board", pending: 0, typing: false, since: 0, conflictsSeen: "" });
    ctx.listen(document, "sellkit:outbox", ({ detail }) => {
      const key = model.get("spec").key ?? "";
      if (detail.key && key && detail.key !== key) return;
      if (detail.pending && !state.pending) state.since = Date.now();
      Object.assign(state, { pending: detail.pending, typing: detail.typing });
      ctx.redraw();
    });
    ctx.listen(document, "sellkit:pane", (e) => showPane(ctx, e.detail.pane));
    /* Another window may have worked on this answer meanwhile. */
    const lookAgain = () => document.hidden || model.send({ do: "refresh" });
    ctx.listen(window, "focus", lookAgain);
    ctx.listen(document, "visibilitychange", lookAgain);
    /* Only the clock and "kept here, not yet saved" change by themselves. */
    let shown = "";
    const tick = setInterval(() => {
      const now = `${saveState(ctx)[0]} ${minutesLeft(model)}`;
      if (now !== shown) ctx.redraw();
      shown = now;
      if (state.handing && Date.now() - state.handing.asked > RETRY_MS) handIn(ctx);
    }, 1000);
    ctx.cleanup(() => clearInterval(tick));
    const receipt = () => {
      const attempt = model.get("status")?.receipt?.attempt ?? 0;
      if (!state.handing) return;
      if (attempt <= state.handing.before && model.get("status")?.state !== "failed") return;
      const isDone = attempt > state.handing.before;
      state.handing = null; // what failed is told, and waits for another press
      if (isDone) openReceipt(ctx);
    };
    const conflict = () => {
      const fields = Object.keys(model.get("conflicts") ?? {}).sort().join(" ");
      if (fields && fields !== state.conflictsSeen) openConflicts(ctx);
      state.conflictsSeen = fields;
    };
    for (const [what, fn] of [["status", receipt], ["conflicts", conflict]]) {
      model.on(`change:${what}`, fn);
      ctx.cleanup(() => model.off(`change:${what}`, fn));
    }
    queueMicrotask(() => {
      measure(ctx);
      conflict();
      send("sellkit:ask-outbox", {});
    });
  },
  draw(ctx) {
    const { model, state } = ctx;
    const spec = model.get("spec");
    const status = model.get("status") ?? {};
    const [kind, drawing, text] = saveState(ctx);
    if (state.spoken !== kind && ["failed", "late", "saved"].includes(kind)) announce(ctx, text);
    state.spoken = kind;
    const home = spec.home === true ? iconButton({ icon: "left", kind: "quiet", key: "home", label: t(model, "views.kit.home"), onclick: () => command(model, "home") }) : spec.home ? h("a", { class: "sk-button sk-button-quiet sk-button-icon", href: spec.home, "aria-label": t(model, "views.kit.home"), title: t(model, "views.kit.home") }, icon("left")) : null;
    return [h("div", { class: "sk-bar-box", key: "bar", role: "region", "aria-label": t(model, "views.bar.label") },
      h("div", { class: "sk-bar-title" }, home, h("div", { class: "sk-grow" },
        h("h1", {}, spec.title ?? ""), h("p", { class: "sk-soft sk-small" }, [spec.case, spec.person, spec.team].filter(Boolean).join(" · ")))),
      h("div", { class: "sk-bar-state" },
        h("span", { class: `sk-save sk-save-${kind}`, title: text }, icon(drawing), h("span", {}, text)), progress(ctx), timeBox(ctx)),
      h("div", { class: "sk-bar-tools" },
        iconButton({ icon: "undo", kind: "quiet", key: "undo", label: t(model, "views.bar.undo"), disabled: !status.undo || locked(model), onclick: () => command(model, "undo") }),
        iconButton({ icon: "redo", kind: "quiet", key: "redo", label: t(model, "views.bar.redo"), disabled: !status.redo || locked(model), onclick: () => command(model, "redo") }),
        iconButton({ icon: "history", kind: "quiet", key: "versions", label: t(model, "views.bar.versions"), onclick: () => openVersions(ctx) }),
        languageSwitch(ctx),
        status.receipt ? button({ text: t(model, "views.bar.receipt"), icon: "check", kind: "quiet", key: "receipt", class: "sk-see-receipt", onclick: () => openReceipt(ctx) }) : null,
        button({ text: t(model, "views.bar.submit"), icon: "send", kind: "main", key: "submit", disabled: locked(model) || Boolean(state.handing), onclick: () => { send("sellkit:flush", {}); openSubmit(ctx); } }))),
    status.notice ? h("div", { class: "sk-notice", role: "alert", key: "notice" }, icon("warning"), h("span", { class: "sk-grow" }, status.notice)) : null,
    failure(ctx), looking(ctx), conflictNotice(ctx), paneTabs(ctx)];
  },
});
