import { h } from '../dom.js'
import { figureTable } from './parts.js'

/** The period against the same days of the year before, all areas in one sentence. */
export function compareSentence({ t, format }, { areas, later, earlier, compared }) {
  if (!compared) return t('density.compareNothing', { later: format.period(later), earlier: format.period(earlier) })
  const of = (change) => areas.filter((area) => area.change === change).length
  return t('density.compareLead', {
    compared: format.count(compared),
    more: format.count(of('CLEARLY_MORE')),
    less: format.count(of('CLEARLY_LESS')),
    unclear: format.count(of('UNCLEAR')),
    later: format.period(later),
    earlier: format.period(earlier),
  })
}

/** @param {(id: string) => void} onSelect */
export function comparisonTable(page, { areas }, onSelect) {
  const { t, format } = page
  const order = ['CLEARLY_MORE', 'CLEARLY_LESS', 'UNCLEAR', 'NOT_ENOUGH_DATA']
  const sorted = [...areas].sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || (a.p ?? 1) - (b.p ?? 1) || format.compareNames(a.fullName, b.fullName))
  const keys = ['area', 'change', 'later', 'earlier', 'ratio', 'p', 'pCorrected']
  return figureTable(page, {
    caption: t('density.compareCaption'),
    testid: 'comparison-table',
    heads: keys.map((key) => ({ key, text: t(`density.head.${key}`), number: !['area', 'change'].includes(key) })),
    rows: sorted.map((area) => ({
      id: String(area.id),
      onSelect: () => onSelect(String(area.id)),
      cells: [
        [area.fullName, area.parentName && h('small', { text: area.parentName })],
        changeOf(page, area),
        format.count(area.later),
        format.count(area.earlier),
        area.ratio === null ? '–' : format.number(area.ratio, 2),
        area.p === null ? '–' : format.number(area.p, 3),
        area.pCorrected === null ? '–' : format.number(area.pCorrected, 3),
      ],
    })),
  })
}

/** "Nhiều hơn, chưa đủ chắc chắn": what was counted, and that it may be chance. */
function changeOf({ t }, { change, later, earlier, ratio }) {
  if (change !== 'UNCLEAR') return t(`density.change.${change}`)
  const more = ratio === null ? later - earlier : ratio - 1
  return t(`density.unclear.${more > 0 ? 'more' : more < 0 ? 'less' : 'same'}`)
}
