/** Where a service is asked and how long one waits for it. */
export type BoundedPost = {
  readonly url: string;
  readonly contentType: string;
  readonly accept: string;
  readonly timeoutMs: number;
};

const MAX_BYTES = 256 * 1024;

/**
 * Sends bytes to a service and gives back its answer, bounded in time and size. Redirects are not followed: the address
 * is the one that was set.
 *
 * @throws Error that says what was wrong with the service
 */
export async function boundedPost(post: BoundedPost, body: Uint8Array): Promise<Uint8Array> {
  const response = await fetch(post.url, {
    method: "POST",
    headers: { "content-type": post.contentType, accept: post.accept },
    body: Uint8Array.from(body),
    redirect: "error",
    signal: AbortSignal.timeout(post.timeoutMs),
  });
  const type = response.headers.get("content-type")?.split(";")[0]?.trim();
  if (!response.ok || !response.body) throw new Error(`answered ${response.status}`);
  if (type !== post.accept) throw new Error(`answered with ${type ?? "no type"} instead of ${post.accept}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > MAX_BYTES) throw new Error(`answered with more than ${MAX_BYTES} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
