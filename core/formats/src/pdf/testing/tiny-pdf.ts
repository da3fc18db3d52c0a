type TinyPdf = {
  /** One embedded file; none when left out. */
  readonly attachment?: { readonly name: string; readonly mediaType: string; readonly content: string };
  readonly tagged?: boolean;
  /** More entries of the catalogue, as PDF text. */
  readonly catalog?: string;
};

/** A correct one-page PDF as text of one byte per character, small enough to be read by eye. */
export function tinyPdf({ attachment, tagged = true, catalog = "" }: TinyPdf = {}): Uint8Array {
  const page = "0.9 g 50 50 100 100 re f";
  const packed = stored(attachment?.content ?? "");
  const objects = [
    `<</Type /Catalog /Pages 2 0 R ${tagged ? "/MarkInfo <</Marked true>> /StructTreeRoot 5 0 R" : ""} ${
      attachment ? `/Names <</EmbeddedFiles <</Names [(a) 7 0 R]>>>> /AF [7 0 R]` : ""
    } ${catalog}>>`,
    "<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 300]>>",
    "<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <<>> /StructParents 0>>",
    `<</Length ${page.length}>>\nstream\n${page}\nendstream`,
    "<</Type /StructTreeRoot /K [6 0 R] /ParentTree <</Nums [0 [6 0 R]]>> /ParentTreeNextKey 1>>",
    "<</Type /StructElem /S /Document /P 5 0 R /K [0] /Pg 3 0 R>>",
    `<</Type /Filespec /F (${attachment?.name}) /UF (${attachment?.name}) /AFRelationship /Data /EF <</F 8 0 R /UF 8 0 R>>>>`,
    `<</Type /EmbeddedFile /Subtype /${attachment?.mediaType.replace("/", "#2f")} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n${packed}\nendstream`,
  ].slice(0, attachment ? 8 : 6);
  let body = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const lines = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return new Uint8Array(
    Buffer.from(
      `${body}xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<</Size ${size} /Root 1 0 R /ID [<0011> <0011>]>>\nstartxref\n${body.length}\n%%EOF\n`,
      "latin1",
    ),
  );
}

/** Plain text of less than 64 kB as zlib data of one stored block (RFC 1950, RFC 1951, 3.2.4). */
function stored(content: string): string {
  let [a, b] = [1, 0];
  for (const character of content) {
    a = (a + character.charCodeAt(0)) % 65_521;
    b = (b + a) % 65_521;
  }
  const bytes = (...values: readonly number[]) => String.fromCharCode(...values);
  const size = content.length;
  const head = bytes(0x78, 0x01, 0x01, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255);
  return head + content + bytes(b >> 8, b & 255, a >> 8, a & 255);
}
