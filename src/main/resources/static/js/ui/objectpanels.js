import { bboxOf } from '../model/geometry.js'
import { h } from './dom.js'
import { facts, syntheticNote } from './facts.js'
import { icon } from './icons.js'

/** @param {object} context t, format @param {object} feature a self-managed road segment @param {object|null} density its entry of /api/density */
export function roadPanel({ t, format, onRedraw }, feature, density, { period }) {
  const road = feature.properties
  const covered = density && density.covered !== false
  return [
    road.synthetic && syntheticNote({ t }, road.syntheticNote),
    h(
      'section',
      { class: 'panel-section' },
      h('h3', { text: t('panel.figures') }),
      h('p', { class: 'muted', text: format.period(period) }),
      covered
        ? h(
            'div',
            { class: 'figures' },
            figure(format.count(density.count), t('theme.count.unit'), 'panel-count'),
            figure(format.number(density.incidentsPerKmYear), t('road.perKm'), 'panel-density'),
          )
        : h('p', { class: 'no-data', text: t('legend.noData') }),
      !covered &&
        density?.recorded > 0 &&
        h('p', { text: t('panel.onRecord', { count: format.count(density.recorded) }) }),
      covered &&
        density.unstable &&
        h('p', { class: 'few-note', text: t('panel.unstable', { count: format.count(density.count) }) }),
    ),
    h(
      'section',
      { class: 'panel-section' },
      h('h3', { text: t('road.about') }),
      facts([
        [t('road.from'), road.fromDescription],
        [t('road.to'), road.toDescription],
        [t('road.length'), road.lengthKm ? `${format.number(road.lengthKm)} km` : null],
        [t('road.owner'), road.owner],
        [t('panel.validity'), road.validFrom ? format.day(road.validFrom) : null],
      ]),
      onRedraw &&
        !road.validTo &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            testid: 'panel-redraw',
            on: { click: () => onRedraw('road', road.id, bboxOf(feature.geometry)) },
          },
          icon('draw'),
          t('draw.change.road'),
        ),
    ),
  ]
}

/** @param {object} feature a security team */
export function teamPanel({ t, format }, feature) {
  const team = feature.properties
  return [
    team.synthetic && syntheticNote({ t }, team.syntheticNote),
    h(
      'section',
      { class: 'panel-section' },
      facts([
        [t('panel.kind'), team.kindLabel],
        [t('team.members'), team.memberCount ? format.count(team.memberCount) : null],
        [t('panel.parent'), team.areaName],
        [t('panel.validity'), team.validFrom ? format.day(team.validFrom) : null],
      ]),
    ),
  ]
}

/**
 * @param {object} context t, format, place: () => object|null @param {object} entry of a register of the movement
 * @param {{from: string, to: string}} period on view
 */
export function movementPanel({ t, format, place }, entry, { from, to }) {
  const days = entry.lastDay && entry.lastDay !== entry.firstDay ? format.period({ from: entry.firstDay, to: entry.lastDay }) : format.day(entry.firstDay)
  const address = new URLSearchParams({ register: entry.register, from, to })
  if (place()) address.set('place', String(place().id))
  return [
    entry.synthetic && syntheticNote({ t }, t('movement.syntheticText')),
    h(
      'section',
      { class: 'panel-section' },
      facts([
        [t('movement.kind'), entry.kindName],
        [t('movement.unit'), entry.unit.fullName],
        [t('movement.day'), days],
        [t('movement.source'), entry.source],
      ]),
      h('a', { class: 'map-link', href: `/movement?${address}`, testid: 'movement-register-link', text: t('movement.toRegister') }),
    ),
  ]
}

function figure(value, unit, testid) {
  return h(
    'div',
    { class: 'figure' },
    h('span', { class: 'figure-value', text: value, testid }),
    h('span', { class: 'figure-unit', text: unit }),
  )
}
