// Compares two screenshots of the same place.
//
// In:  two PNG pictures of equal size, in base64.
// Out: how many pixels changed by a contrast of 3:1 or more (WCAG 1.4.11 and 2.4.13 count only those).
// Refused: nothing; pictures of different size count as wholly changed.

/** `page` is any blank page with scripts: the browser decodes the pictures. */
export async function changedPixels(page, before, after) {
  return page.evaluate(
    async ([before, after]) => {
      const read = async (data) => {
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext("2d");
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = [await read(before), await read(after)];
      if (a.width !== b.width || a.height !== b.height) return Infinity;
      const linear = Float64Array.from({ length: 256 }, (_, value) => {
        const c = value / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      const light = (data, at) => 0.2126 * linear[data[at]] + 0.7152 * linear[data[at + 1]] + 0.0722 * linear[data[at + 2]];
      let changed = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const [x, y] = [light(a.data, at) + 0.05, light(b.data, at) + 0.05];
        if (Math.max(x, y) / Math.min(x, y) >= 3) changed++;
      }
      return changed;
    },
    [before, after],
  );
}
