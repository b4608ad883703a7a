import { getFile, query } from './http.js'

/** @param {string} collectionId @param {{crs: string, from?: string, to?: string, bbox?: string, boundaryDay?: string}} options */
export async function downloadShapefile(collectionId, options) {
  const { blob, fileName } = await getFile(`/api/exports/${collectionId}.shp.zip${query(options)}`)
  return { blob, fileName: fileName ?? `${collectionId}.shp.zip` }
}
