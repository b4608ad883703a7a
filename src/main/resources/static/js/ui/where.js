import { h } from './dom.js'
import { icon } from './icons.js'

/** @param {{t: Function, format: object}} context @param {object} found answer of /api/territory/locate */
export function whereLines({ t, format }, found, longitude, latitude) {
  const { commune, residentialArea, roadSegment, insideJurisdiction, distanceOutsideMeters } = found
  return [
    h(
      'div',
      { class: 'where-main' },
      icon('pin'),
      h(
        'div',
        {},
        h('strong', {
          testid: 'where-area',
          text: residentialArea?.fullName ?? commune?.fullName ?? t('where.nowhere'),
        }),
        h('span', { testid: 'where-commune', text: residentialArea ? (commune?.fullName ?? '') : '' }),
        roadSegment &&
          h('span', {
            text: t('where.road', { name: roadSegment.name, distance: format.distance(roadSegment.distanceMeters) }),
          }),
      ),
    ),
    h('p', {
      class: 'muted coordinates',
      text: t('where.position', { longitude: format.number(longitude, 6), latitude: format.number(latitude, 6) }),
    }),
    found.onDevice && h('p', { class: 'hint', testid: 'where-device', text: t('where.onDevice') }),
    !insideJurisdiction &&
      h('p', {
        class: 'hint hint-warning',
        testid: 'where-outside',
        text: t('where.outside', { distance: format.distance(distanceOutsideMeters ?? 0) }),
      }),
  ]
}
