/** Pixels of a side: as sharp as any page shows it. */
const SIDE = 256;

/** The middle of a picture, as large a square as there is. */
const squareIn = ({ width, height }: { readonly width: number; readonly height: number }) => {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, side };
};

/**
 * A picture that somebody chose as a small square, drawn anew: where and when it was taken does not come along.
 * A `data:` address; WebP where the browser writes it, else PNG.
 * @throws what the browser throws for a file that is no picture
 */
export const squareOf = async (file: File): Promise<string> => {
  const image = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const { left, top, side } = squareIn(image);
  canvas.getContext('2d')?.drawImage(image, left, top, side, side, 0, 0, SIDE, SIDE);
  image.close();
  return canvas.toDataURL('image/webp', 0.85);
};

/** What a `data:` address holds. */
export const contentOf = (address: string): string => address.slice(address.indexOf(',') + 1);
