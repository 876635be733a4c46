/** Gives a text to the browser to be kept as a file of this name; `type` is its media type. */
export function download(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Gives bytes to the browser to be kept as a file of this name. */
export function downloadBlob(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has ended: an address that is taken back before gives an empty file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
