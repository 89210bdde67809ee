// What the browser does when a visitor takes something away; src/app/components/take.rs calls it.

// src/bin/pack.rs puts the real name here, and in lantu.html the module itself.
const code = () => fetch('./export.wasm').then((reply) => reply.arrayBuffer());
let compiled;

globalThis.lantu = {
  /** Has export.wasm answer a request; all three are packed bytes. An instance serves once. */
  async answer(...views) {
    const inputs = views.map((view) => view.slice()); // the page's memory may move meanwhile
    compiled ??= await WebAssembly.compile(await code());
    const { memory, alloc, run } = (await WebAssembly.instantiate(compiled)).exports;
    const places = inputs.map((bytes) => {
      const place = alloc(bytes.length);
      new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
      return [place, bytes.length];
    });
    const reply = run(...places.flat());
    const length = new DataView(memory.buffer).getUint32(reply, true);
    return new Uint8Array(memory.buffer, reply + 4, length);
  },

  /** Offers bytes as a file; of a picture, if asked, its pixels at twice its size. */
  async save(name, type, view, asPng) {
    let file = new Blob([view.slice()], { type });
    if (asPng) {
      const image = new Image();
      image.src = URL.createObjectURL(file);
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(image.src);
      file = await new Promise((done) => { canvas.toBlob(done); });
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },

  /** Copies text; where the browser forbids that, shows it in the menu's field to be copied by hand. */
  async copy(text, menu) {
    const field = menu.querySelector('textarea');
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      return true;
    } catch {
      field.hidden = false;
      field.value = text;
      field.focus();
      field.select();
      return false;
    }
  },

  /** The visitor's day: 2026-03-01. */
  today: () => new Date().toLocaleDateString('sv'),
};
