import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

/**
 * What the year is judged by, asked for when it is unfolded.
 * @param {{t: Function, loadCriteria: (year: number) => Promise<object>}} context
 * @param {string} level of the area: `residential-area`, `commune` …
 * @param {number} year
 */
export function criteriaFold({ t, loadCriteria }, level, year) {
  const content = h('div', { class: 'stack', testid: 'criteria-content' })
  let asked = false

  async function load() {
    fill(content, h('p', { class: 'muted', text: t('common.loading') }))
    try {
      fill(content, shown({ t }, await loadCriteria(year), level))
    } catch (error) {
      fill(content, problemBox(error, t, load))
    }
  }

  return h(
    'details',
    {
      class: 'fold',
      testid: 'criteria',
      on: {
        toggle(event) {
          if (!event.target.open || asked) return
          asked = true
          load()
        },
      },
    },
    h('summary', { text: t('criteria.title', { year }) }),
    content,
  )
}

function shown({ t }, set, level) {
  const own = set.criteria.filter((criterion) => criterion.subject === level)
  return [
    h('p', { class: 'muted', text: set.name }),
    !set.windowsVerified && h('p', { class: 'hint' }, icon('info'), t('criteria.windowUnchecked')),
    own.length ? h('ol', { class: 'criteria', role: 'list' }, own.map((each) => row({ t }, each))) : h('p', { text: t('criteria.none') }),
  ]
}

function row({ t }, criterion) {
  const tag = (text) => h('span', { class: 'tag', text })
  return h(
    'li',
    { testid: 'criterion' },
    h(
      'p',
      {},
      h('strong', { text: `${criterion.code} ` }),
      criterion.text,
      ' ',
      !criterion.verified && tag(t('criteria.check')),
      criterion.optional && tag(t('criteria.optional')),
      criterion.points !== null && tag(t('criteria.points', { points: criterion.points })),
    ),
    h('p', { class: 'muted', text: t(`criteria.judged.${criterion.judgedBy}`) }),
    h('p', { class: 'muted', text: criterion.source }),
  )
}
