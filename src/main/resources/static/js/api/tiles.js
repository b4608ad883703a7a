import { getTile, query } from './http.js'

/**
 * One vector tile of OGC API Tiles. The browser keeps it and asks each time whether it changed.
 * @param {{collection: string, theme: string|null, query: object}} source see model/tiles.js
 * @param {{z: number, x: number, y: number}} at
 * @returns {Promise<{bytes: Uint8Array, etag: string|null}>}
 */
export function loadTile({ collection, theme, query: asked }, { z, x, y }, options) {
  const layer = `/ogc/collections/${collection}${theme ? `/${theme}` : ''}`
  return getTile(`${layer}/tiles/WebMercatorQuad/${z}/${y}/${x}${query(asked)}`, options)
}
