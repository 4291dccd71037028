/** A small file as an address that holds all of it: what WeChat's browser and its editor can take from a page. */
export const dataAddressOf = (bytes: Uint8Array, type: string): string => `data:${type};base64,${btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''))}`;

/** The same of a file of any size. */
export const dataAddress = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(file);
  });
