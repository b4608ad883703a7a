import { bboxOf, isInside, polygonsOf } from '../model/geometry.js'

/**
 * Which areas a point lies in, from boundaries that are on this device.
 * @param {object[]} features with properties validFrom and validTo @param {string|null} day "YYYY-MM-DD"
 * @returns {object|null} the first feature that contains it and is valid on that day
 */
export function areaAt(features, longitude, latitude, day) {
  return (
    features.find(({ geometry, properties }) => {
      if (day && properties.validFrom && day < properties.validFrom) return false
      if (day && properties.validTo && day >= properties.validTo) return false
      const box = bboxOf(geometry)
      if (!box || longitude < box[0] || longitude > box[2] || latitude < box[1] || latitude > box[3]) return false
      return polygonsOf(geometry).some((rings) => isInside(rings, [longitude, latitude]))
    }) ?? null
  )
}

/**
 * @param {{communes: object[], residential: object[]}} known
 * @returns {object|null} as /api/territory/locate answers, as far as a device can know; null where it knows no area there
 */
export function locateOnDevice({ communes, residential }, longitude, latitude, day) {
  const commune = areaAt(communes, longitude, latitude, day)
  const area = areaAt(residential, longitude, latitude, day)
  if (!commune && !area) return null
  const named = (feature) => (feature ? { fullName: feature.properties.fullName ?? feature.properties.name } : null)
  return {
    commune: named(commune),
    residentialArea: named(area),
    roadSegment: null,
    insideJurisdiction: true,
    onDevice: true,
  }
}
