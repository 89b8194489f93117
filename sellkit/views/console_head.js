/* The head of an answer: who, how many points, and what can be done with it: release, send back, reopen. */

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
