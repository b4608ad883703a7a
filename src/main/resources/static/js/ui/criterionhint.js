import { h } from './dom.js'
import { hintIncidents } from './hintincidents.js'

/**
 * Figures of the registers beside one criterion; a person judges.
 * @param {{t: Function, format: object}} context @param {object} hint @param {number} areaId whose year it is
 */
export function criterionHint(context, hint, areaId) {
  const { t, format } = context
  const value = (number) => (number === null || number === undefined ? '–' : format.count(number))
  const lines = hint.lines.filter((line) => hint.current === undefined || line.code === 'total' || line.current || line.previous)
  // The text itself says that data are missing.
  const known = hint.verdict !== 'insufficient_data'
  return h(
    'div',
    { class: `criterion-hint hint-${hint.verdict}`, testid: 'criterion-hint' },
    h('p', {}, known && h('strong', { text: `${t(`year.hint.${hint.verdict}`)}. ` }), hint.text),
    hint.current && lines.length > 0
      ? h(
          'table',
          { class: 'hint-table' },
          h('caption', {
            class: 'visually-hidden',
            text: t('year.hintTable'),
          }),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('th', { scope: 'col', text: t('year.hintKind') }),
              h('th', { scope: 'col', class: 'number', title: format.period(hint.previous), text: t('hint.previous') }),
              h('th', { scope: 'col', class: 'number', title: format.period(hint.current), text: t('hint.current') }),
            ),
          ),
          h(
            'tbody',
            {},
            lines.map((line) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row', text: line.name }),
                h('td', { class: 'number', text: value(line.previous) }),
                h('td', { class: 'number', text: value(line.current) }),
              ),
            ),
          ),
        )
      : hint.shares.length > 0 &&
          lines.length > 0 &&
          h(
            'ul',
            { class: 'hint-lines' },
            lines.map((line) => h('li', { text: `${line.name}: ${value(line.current)}` })),
          ),
    hintIncidents(context, hint, areaId),
    hint.restrictedExcluded && h('p', { class: 'muted', text: t('year.restricted') }),
  )
}
