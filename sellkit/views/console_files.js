/* Files in and out: submissions are read in the browser and sent in batches; grade books come back to be saved. */

const BATCH_BYTES = 900_000;

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

function exportDialog(ctx) {
  const get = (kind, close) => { close(); command(ctx.model, "export", { kind }); };
  dialog(ctx, { title: say(ctx, "export"), draw: (close) => [h("p", { class: "sk-soft" }, say(ctx, "export-says")), h("div", { class: "sk-row" },
    button({ text: "Excel (XLSX)", icon: "report", kind: "main", key: "xlsx", onclick: () => get("xlsx", close) }),
    button({ text: "CSV", icon: "report", key: "csv", onclick: () => get("csv", close) }))] });
}

function save(content, buffers) {
  const url = URL.createObjectURL(new Blob(buffers, { type: content.type }));
  const link = h("a", { href: url, download: content.download });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
