import { h } from './dom.js'
import { icon } from './icons.js'

const SIGNS = { refuses: 'warning', remark: 'info', note: 'check' }

/**
 * What the check of a drawing found: size, each finding with its place, and how many incidents would move.
 * @param {{t: Function, format: object, kind: 'area'|'road', onFinding: (index: number) => void}} options
 * @param {object} look the server's answer
 */
export function drawResult({ t, format, kind, onFinding }, look) {
  const size = kind === 'area' ? look.areaSqM : look.lengthMeters
  const unit = kind === 'area' ? 'm²' : 'm'
  const before = look.beforeSize !== null && size !== null
  return h(
    'section',
    { class: 'draw-result', testid: 'draw-result' },
    h('h3', { text: t(look.savable ? (look.remarks ? 'draw.result.remarks' : 'draw.result.fine') : 'draw.result.refused') }),
    size !== null &&
      h('p', {
        text: t(before ? 'draw.result.sizeBefore' : 'draw.result.size', {
          size: `${format.number(size, 0)} ${unit}`,
          before: before ? `${format.number(look.beforeSize, 0)} ${unit}` : '',
        }),
      }),
    h('p', {
      testid: 'draw-moving',
      text: t(`draw.result.moving.${kind}`, { count: format.count(look.movingIncidents) }),
    }),
    look.findings.length > 0 && h('ol', { class: 'draw-findings' }, look.findings.map(line)),
  )

  function line(finding, index) {
    const content = [icon(SIGNS[finding.weight], 18), h('span', { text: `${index + 1}. ${finding.text}` })]
    const spoken = h('span', { class: 'visually-hidden', text: t(`draw.weight.${finding.weight}`) })
    return h(
      'li',
      { class: `draw-line is-${finding.weight}` },
      finding.longitude === null
        ? h('p', {}, spoken, content)
        : h('button', { type: 'button', class: 'draw-goto', testid: 'draw-finding', on: { click: () => onFinding(index) } }, spoken, content),
    )
  }
}
