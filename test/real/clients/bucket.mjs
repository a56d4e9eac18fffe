// Objects of a bucket, over the JSON API of Google Cloud Storage without a login.

/**
 * @param {string} url of the server
 * @param {string} name of the bucket
 */
export function bucketClient(url, name) {
  const objects = `${url}/storage/v1/b/${name}/o`;
  return {
    url,
    name,
    /** Contents of an object, or undefined. */
    async read(object) {
      const response = await fetch(`${objects}/${encodeURIComponent(object)}?alt=media`);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
    },
    /** Names of the objects that begin so. */
    async list(prefix) {
      const response = await fetch(`${objects}?prefix=${encodeURIComponent(prefix)}`);
      return ((await response.json()).items ?? []).map((object) => object.name);
    },
  };
}
