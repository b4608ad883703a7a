import { getFile, query } from './http.js'

/**
 * @param {string} collectionId of a layer, or "all" as gpkg
 * @param {'shp.zip'|'gpkg'|'geojson'|'kml'|'csv'} format
 * @param {{crs: string, from?: string, to?: string, bbox?: string|null, within?: string|null, category?: string,
 *   boundaryDay?: string, sizeM?: string|null}} options sizeM: of the cells of a grid
 * @param {{signal?: AbortSignal, onBytes?: (received: number) => void}} [following]
 */
export async function downloadLayer(collectionId, format, options, following) {
  const name = `${collectionId}.${format}`
  const { blob, fileName } = await getFile(`/api/exports/${name}${query(options)}`, following)
  return { blob, fileName: fileName ?? name }
}
