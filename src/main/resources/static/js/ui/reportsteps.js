import { h } from './dom.js'

/**
 * How far a report has come, as words and as a bar. A short one is there before anybody reads them.
 * @param {(key: string, values?: object) => string} t
 * @returns {{element: HTMLElement, show: (step: {working: string, done: number, of: number}) => void}}
 */
export function reportSteps(t) {
  const words = h('p', { class: 'muted', text: t('report.working') })
  const bar = h('progress', { 'aria-label': t('report.working') })
  return {
    element: h('div', { class: 'report-steps', testid: 'report-steps' }, words, bar),
    show({ working, done, of }) {
      bar.max = of
      bar.value = done
      words.textContent = t('report.workingOn', { part: t(`report.part.${working}`), done, of })
    },
  }
}
