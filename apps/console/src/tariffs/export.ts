import type { ClockPoint } from '../clocks/clocks.js';

/** The name of a file: what it shows and by which clocks, `us-china-trade-tariffs_asOf-2025-08-13`. */
export function fileName(what: string, clocks: ClockPoint): string {
  const parts = Object.entries(clocks).map(([clock, value]) => `${clock}-${value}`);
  return [what, ...parts].join('_').replace(/[^\w@.-]+/g, '-');
}

/** Saves a file that was made here. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A drawing as a file of its own: the colors of the page are written out, and its links are left out. */
export function svgOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const style = getComputedStyle(document.documentElement);
  const resolved = (value: string): string =>
    value.replace(/var\((--[\w-]+)\)/g, (_whole, name: string) => style.getPropertyValue(name).trim());
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('var(')) element.setAttribute(name, resolved(value));
      if (['href', 'class', 'data-status', 'tabindex'].includes(name)) element.removeAttribute(name);
    }
  const [, , width = 0, height = 0] = (copy.getAttribute('viewBox') ?? '').split(' ').map(Number);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', 'sans-serif');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', style.getPropertyValue('--paper').trim());
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** An SVG as a picture, twice as large. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture could not be made'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
