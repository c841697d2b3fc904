import { expect, test } from 'vitest';
import { inForce } from '../../rules/rule.ts';
import { publishedTaskRules } from './files.ts';
import type { TaskRule } from './rule.ts';

/**
 * The law a second time, typed from the articles and not from the rule files: whose rule, what it states, where it stands
 * and how sure that is. A number mistyped in one of the two is found here.
 */
const table = `
A identification.papers-before-session | 5 working-day before session | 06/2023/TT-BKHCN Điều 11 khoản 4 | text
A identification.council-size | 7–11 | 06/2023/TT-BKHCN Điều 10 khoản 2 | text
A identification.quorum | ≥ 2/3 members: chair/authorised-vice-chair 1, reviewer all, scientific-secretary 1 | 06/2023/TT-BKHCN Điều 11 khoản 2 | text
A identification.ballot-passes | ≥ 1/1 criteria | 06/2023/TT-BKHCN Điều 12 khoản 7 | text
A identification.proposal-passes | > 3/4 ballots | 06/2023/TT-BKHCN Điều 11 khoản 5 | text
A identification.conclusion-passes | > 3/4 members-present | 06/2023/TT-BKHCN Điều 12 khoản 9 | text
A identification.recommendation | 5 working-day after council-result | 06/2023/TT-BKHCN Điều 12 khoản 9 | text
A identification.review | 15 day after council-result | 06/2023/TT-BKHCN Điều 15 khoản 1 | text
A identification.list-publication | 15 day after list-approved | 06/2023/TT-BKHCN Điều 15 khoản 2 | text
A selection.call-period | 30 day after call-announced | 20/2023/TT-BKHCN Điều 3 khoản 2 | text
A selection.second-call | 6 month after call-announced | 20/2023/TT-BKHCN Điều 3 khoản 3 | text
A selection.quotation-age | ≤ 90 day | 20/2023/TT-BKHCN Điều 5 khoản 11 | text
A selection.opening | 7 working-day after call-closed | 20/2023/TT-BKHCN Điều 7 khoản 1 | text
A selection.papers-before-session | 7 working-day before session | 20/2023/TT-BKHCN Điều 9 | text
A selection.questions-before-session | 5 working-day before session | 20/2023/TT-BKHCN Điều 10 | text
A selection.council-size | 7–9 | 20/2023/TT-BKHCN Điều 8 | text
A selection.quorum | ≥ 2/3 members: chair/authorised-vice-chair 1, reviewer 2 | 20/2023/TT-BKHCN Điều 10 | text
A selection.score-outlier | > 20 % of mean, once | 20/2023/TT-BKHCN Điều 11 khoản 5 | setting
A selection.proposer-bonus | 10 % from 70, ranking | 20/2023/TT-BKHCN Điều 11 khoản 7 | setting
A selection.pass-mark | ≥ 70 point of mean-of-valid-ballots | 20/2023/TT-BKHCN Điều 11 khoản 8 | text
A selection.zero-limit | ≤ 1/4 members-present | 20/2023/TT-BKHCN Điều 11 khoản 8 | text
A selection.tie-order | lower-state-money, excellent-task-in-5-years, higher-content-and-plan-mean | 20/2023/TT-BKHCN Điều 11 khoản 8 | text
A selection.criteria-applied | 12 24 16 16 16 16 | 20/2023/TT-BKHCN Điều 12 | text
A selection.criteria-social | 12 12 12 20 24 20 | 20/2023/TT-BKHCN Điều 12 | text
A selection.criteria-project | 8 20 12 12 16 16 16 | 20/2023/TT-BKHCN Điều 12 | text
A selection.revision | 20 day after minutes-adopted | 20/2023/TT-BKHCN Điều 11 khoản 12 | text
A selection.independent-experts | ≥ 3 person | 20/2023/TT-BKHCN Điều 18 | text
A selection.expert-dispatch | 5 working-day after experts-directed | 20/2023/TT-BKHCN Điều 20 | text
A selection.expert-report | 15 day after experts-requested | 20/2023/TT-BKHCN Điều 19 | text
A selection.secret-notice | 30 day before call-closed | 20/2023/TT-BKHCN Điều 22 | text
A appraisal.meeting | 10 day after revised-dossier-received | 20/2023/TT-BKHCN Điều 13 khoản 1 | text
A appraisal.papers-before-session | 3 working-day before session | 20/2023/TT-BKHCN Điều 9 | text
A appraisal.team-size | 5–5 | 20/2023/TT-BKHCN Điều 8 khoản 4 | text
A appraisal.quorum | ≥ 4/5 members: council-delegate 1 | 20/2023/TT-BKHCN Điều 13 khoản 1 | text
A appraisal.revision | 15 day after appraisal-ended | 20/2023/TT-BKHCN Điều 15 khoản 1 | text
A approval.submission | 15 day after explanation-completed | 20/2023/TT-BKHCN Điều 15 khoản 3 | text
A approval.publication | 15 day after approval-signed | 20/2023/TT-BKHCN Điều 16 khoản 2 | text
A approval.publication-kept | 60 day after published | 20/2023/TT-BKHCN Điều 16 khoản 2 | text
A approval.cancellation-notice | 7 day after cancellation-cause | 20/2023/TT-BKHCN Điều 17 khoản 3 | text
A duration.acceptance-preparation | 3 month after research-end | 20/2023/TT-BKHCN Điều 15 khoản 3 | text
A eligibility.organisation.late-acceptance-dossier | more than 30 day | 20/2023/TT-BKHCN Điều 4 | text
A eligibility.investigator.late-acceptance-dossier | more than 30 day | 20/2023/TT-BKHCN Điều 4 | text
A eligibility.organisation.suspension | 1 year from suspended | 20/2023/TT-BKHCN Điều 4 | text
A eligibility.investigator.suspension | 3 year from suspended | 20/2023/TT-BKHCN Điều 4 | text
A eligibility.organisation.application-duty | 3 year from sanctioned | 29/2013/QH13 Điều 44 khoản 2 | text
A running.periodic-report | every 6 month from contract-effect | 04/2015/TT-BKHCN Điều 26 | text
A running.missed-reports-stop-funding | ≥ 2 times | 09/2014/TT-BKHCN Điều 9 | text
A inspection.interval | every 12 month from contract-effect | 04/2015/TT-BKHCN Điều 6 | text
A inspection.notice | 5 working-day before inspection | 04/2015/TT-BKHCN Điều 8 | text
A inspection.work-confirmation | 10 working-day after inspection-ended | 04/2015/TT-BKHCN Điều 11 | text
A inspection.money-confirmation | 20 working-day after inspection-ended | 04/2015/TT-BKHCN Điều 11 | setting
A inspection.report-to-minister | every 6 month from year-start | 04/2015/TT-BKHCN Điều 23 | text
A changes.extension-count | ≤ 1 times | 04/2015/TT-BKHCN Điều 12 khoản 1 | text
A changes.extension-length | > 24: 12, else 6 month | 04/2015/TT-BKHCN Điều 12 khoản 1 | setting
A changes.extension-request | 1 month before contract-end | 04/2015/TT-BKHCN Điều 12 khoản 2 | text
A changes.shortening-content-done | ≥ 2/3 content | 04/2015/TT-BKHCN Điều 12 khoản 3 | text
A changes.decision | 30 day after change-filed | 04/2015/TT-BKHCN Điều 20 khoản 1 | text
A changes.self-decision-notice | 5 working-day after self-decision | 04/2015/TT-BKHCN Điều 26 khoản 5 | text
A changes.objection | 5 working-day after self-decision-received | 04/2015/TT-BKHCN Điều 20 khoản 2 | text
A changes.decides.extension | ministry; ministry | 04/2015/TT-BKHCN Điều 12 | text
A changes.decides.name-aim-product | nobody; ministry | 04/2015/TT-BKHCN Điều 13 | setting
A changes.decides.content | host-organisation; ministry | 04/2015/TT-BKHCN Điều 14 | text
A changes.decides.khoan-total | nobody; nobody | 27/2015/TTLT-BKHCN-BTC Điều 6, 7, 10 | text
A changes.decides.investigator | host-organisation; host-organisation | 04/2015/TT-BKHCN Điều 16, 19, 20 | text
A changes.decides.host | ministry; ministry | 04/2015/TT-BKHCN Điều 17 | text
A changes.decides.materials-and-members | host-organisation; host-organisation | 04/2015/TT-BKHCN Điều 18 | text
A changes.decides.missions-abroad | host-organisation; host-organisation | 04/2015/TT-BKHCN Điều 18 | text
A changes.decides.equipment | ministry; ministry | 04/2015/TT-BKHCN Điều 18 | text
A changes.decides.other-money | host-organisation; host-organisation | 04/2015/TT-BKHCN Điều 18 | text
A changes.decides.other | ministry; ministry | 04/2015/TT-BKHCN Điều 18 | text
A termination.suspension-notice | 7 working-day after termination-filed | 04/2015/TT-BKHCN Điều 22 khoản 3 | text
A acceptance.filing | 30 day after contract-end | 11/2014/TT-BKHCN Điều 7 khoản 1 | text
A acceptance.filing-late-fails | 6 month after contract-end | 11/2014/TT-BKHCN Điều 13 khoản 1 | text
A acceptance.validity-reply | 3 working-day after acceptance-filed | 11/2014/TT-BKHCN Điều 7 khoản 3 | text
A acceptance.supplement | 5 working-day after supplement-requested | 11/2014/TT-BKHCN Điều 7 khoản 3 | text
A acceptance.posting | 5 working-day after acceptance-valid | 11/2014/TT-BKHCN Điều 8 | text
A acceptance.posting-kept | 60 day after published | 11/2014/TT-BKHCN Điều 8 | text
A acceptance.council | 15 working-day after acceptance-valid | 11/2014/TT-BKHCN Điều 9 khoản 1 | text
A acceptance.meeting | 30 day after council-established | 11/2014/TT-BKHCN Điều 10 khoản 2 | text
A acceptance.papers-before-session | 7 working-day before session | 11/2014/TT-BKHCN Điều 10 | text
A acceptance.comments-before-session | 1 working-day before session | 11/2014/TT-BKHCN Điều 10 | text
A acceptance.expert-report-before-session | 2 working-day before session | 11/2014/TT-BKHCN Điều 23, 24 | text
A acceptance.council-size | 9–9 | 11/2014/TT-BKHCN Điều 9 | text
A acceptance.quorum | ≥ 2/3 members: chair/authorised-vice-chair 1, reviewer 2, scientific-secretary 1 | 11/2014/TT-BKHCN Điều 10 | text
A acceptance.member-rating | 3/4, each 3/4 | 11/2014/TT-BKHCN Điều 12; Điều 13 khoản 1 | text
A acceptance.council-rating | excellent: excellent ≥ 3/4 + failed = 0/1; failed: failed > 1/3; else passed | 11/2014/TT-BKHCN Điều 13 khoản 2 | text
A acceptance.conclusion | 2 working-day after session | 11/2014/TT-BKHCN Điều 10 khoản 6 | text
A acceptance.completion | 30 working-day after acceptance-result | 11/2014/TT-BKHCN Điều 13 khoản 3 | text
A recognition.decision | 10 working-day after recognition-filed | 11/2014/TT-BKHCN Điều 17 khoản 2 | text
A registration.filing | 30 day after formally-accepted | 14/2014/TT-BKHCN | secondary
A assets.plan | 60 day after contract-end | 70/2018/NĐ-CP Điều 10 | secondary
A assets.handover | 7 day after assets-decided | 70/2018/NĐ-CP Điều 10 | secondary
A ownership.application | 6 month after acceptance-result | 15/2014/TT-BKHCN Điều 11 khoản 1 | text
A ownership.validity | 5 working-day after ownership-filed | 15/2014/TT-BKHCN Điều 5 | text
A ownership.supplement | 10 working-day after supplement-requested | 15/2014/TT-BKHCN Điều 5 | text
A ownership.appraisal | 20 working-day after ownership-valid | 15/2014/TT-BKHCN Điều 5 | text
A ownership.decision | 5 working-day after ownership-proposed | 15/2014/TT-BKHCN Điều 5 | text
A ownership.whole-decision | 30 day after ownership-valid | 08/2014/NĐ-CP Điều 40 | text
A ownership.council-size | 7–9 | 15/2014/TT-BKHCN Điều 8 | text
A ownership.quorum | ≥ 2/3 members: chair/authorised-vice-chair 1 | 15/2014/TT-BKHCN Điều 9 | text
A ownership.vote | > 1/2 ballots | 15/2014/TT-BKHCN Điều 9 | text
A ownership.author-share | ≥ 30 percent of profit-after-tax | 08/2014/NĐ-CP Điều 42 | text
A ownership.intermediary-share | ≤ 10 percent of profit-after-tax | 08/2014/NĐ-CP Điều 42 | text
A ownership.exploitation-report | every 1 year from ownership-granted | 15/2014/TT-BKHCN Điều 4–11 | text
A money.khoan-final-share | ≤ 15 percent of state-budget | 27/2015/TTLT-BKHCN-BTC Điều 6 khoản 1 | text
A money.khoan-final-amount | ≤ 1000000000 vnd | 27/2015/TTLT-BKHCN-BTC Điều 6 khoản 1 | text
A money.first-advance | ≤ 50 percent of state-budget | 27/2015/TTLT-BKHCN-BTC Điều 13 khoản 1 | text
A money.next-advance-cleared | ≥ 50 percent of earlier-advances | 27/2015/TTLT-BKHCN-BTC Điều 13 khoản 2 | text
A money.volume-confirmation | 20 working-day after advance-reported | 27/2015/TTLT-BKHCN-BTC Điều 13 khoản 2 | text
A money.clearing-by-host | 4 month after task-time-end | 27/2015/TTLT-BKHCN-BTC Điều 13 khoản 2 | text
A money.clearing-with-treasury | 6 month after task-time-end | 27/2015/TTLT-BKHCN-BTC Điều 13 khoản 2 | text
A settlement.savings | 50 50 | 27/2015/TTLT-BKHCN-BTC Điều 11 | text
A termination.failure-report | 15 working-day after failure-notified | 27/2015/TTLT-BKHCN-BTC Điều 16, 17 | text
A termination.failure-check | 30 working-day after failure-reported | 27/2015/TTLT-BKHCN-BTC Điều 16, 17 | text
A termination.repayment | 60 day after refund-decided | 27/2015/TTLT-BKHCN-BTC Điều 16, 17 | text
A termination.refund | unused 100, objective-cause 0, proper-final-product 40, proper-by-part 30, improper 100 | 27/2015/TTLT-BKHCN-BTC Điều 16 khoản 2 | setting
A money.posting-of-approval | 30 day after approval-signed | 27/2015/TTLT-BKHCN-BTC Điều 18 | text
A money.posting-of-results-kept | 90 day after acceptance-result | 27/2015/TTLT-BKHCN-BTC Điều 18 | text
A money.investigator-month | ≤ 40000000 vnd | 03/2023/TT-BTC | text
A money.other-role-share | ≤ 80 percent of investigator-month | 03/2023/TT-BTC | text
A money.management-share | ≤ 5 percent of state-budget | 03/2023/TT-BTC | text
A money.management-amount | ≤ 300000000 vnd | 03/2023/TT-BTC | text
A money.expert-home | ≤ 30 percent of remuneration | 03/2023/TT-BTC | text
A money.expert-abroad | ≤ 50 percent of remuneration | 03/2023/TT-BTC | text
BCT selection.zero-limit | ≤ 1/3 members-present | 50/2014/TT-BCT | text
BCT identification.proposal-passes | ≥ 2/3 members-present | 50/2014/TT-BCT | text
BNNPTNT selection.zero-limit | ≤ 1/3 members-present | 18/2015/TT-BNNPTNT | text
BTTTT selection.quorum | ≥ 5/7 members: chair 1 | 45/2016/TT-BTTTT | text
BTTTT acceptance.passed-ballots | ≥ 5/7 ballots | 45/2016/TT-BTTTT | text
BTTTT eligibility.investigator.failed-rating | 3 year from failed-rating | 45/2016/TT-BTTTT | text
BTTTT eligibility.investigator.prosecuted | 5 year from prosecuted | 45/2016/TT-BTTTT | text
BVHTTDL identification.proposal-passes | ≥ 3/4 members | 16/2015/TT-BVHTTDL | text
BVHTTDL acceptance.filing | 30 day before contract-end | 16/2015/TT-BVHTTDL | text
BVHTTDL changes.extension-length | ≥ 24: 12, else 6 month | 16/2015/TT-BVHTTDL | text
BVHTTDL eligibility.investigator.failed-rating | 2 year from failed-rating | 16/2015/TT-BVHTTDL | text
BYT identification.proposal-passes | ≥ 3/4 ballots | 24/2023/TT-BYT | text
BYT identification.council-size | 7–11 | 24/2023/TT-BYT | text
BYT acceptance.council-size | 9–11 | 24/2023/TT-BYT | text
B programme.appraisal-national | 45 day after programme-filed | 36/2025/TT-BKHCN Điều 3 | text
B programme.completion-national | 15 day after programme-reported | 36/2025/TT-BKHCN Điều 3 | text
B programme.appraisal-special | 60 day after programme-filed | 36/2025/TT-BKHCN Điều 3, 4 | text
B programme.explanation-special | 15 day after programme-reported | 36/2025/TT-BKHCN Điều 3, 4 | text
B programme.submission-special | 15 day after programme-explained | 36/2025/TT-BKHCN Điều 3, 4 | text
B programme.issue-local | 60 day after programme-filed | 36/2025/TT-BKHCN Điều 3 | text
B-science selection.call-period | 10 day after call-announced | 44/2025/TT-BKHCN Điều 5 khoản 3 | text
B-science selection.opening | 10 day after call-closed | 44/2025/TT-BKHCN Điều 7 | text
B-innovation selection.opening | 10 day after call-closed | 268/2025/NĐ-CP Điều 10 khoản 3 | text
B-science changes.decision | 15 day after change-requested | 36/2025/TT-BKHCN Điều 6 | text
B-science running.platform-update | every 1 month from contract-effect | 44/2025/TT-BKHCN Điều 11 | text
B-science settlement.filing | 30 working-day after result-notified | 39/2025/TT-BKHCN Điều 42 | text
B-science termination.spending-file | 15 day after suspension-notified | 39/2025/TT-BKHCN Điều 42 | text
B-innovation selection.review | 30 day after dossier-valid | 268/2025/NĐ-CP Điều 12 khoản 1 | text
B-innovation selection.result-notice | 3 working-day after review-minutes | 268/2025/NĐ-CP Điều 12 khoản 5 | text
B-innovation selection.revision | 15 day after result-notified | 268/2025/NĐ-CP Điều 12 khoản 5 | text
B-innovation appraisal.completion | 10 day after review-result | 268/2025/NĐ-CP Điều 13 | text
B-innovation approval.decision | 10 day after appraisal-result | 268/2025/NĐ-CP Điều 14 khoản 1 | text
B-innovation contract.signing | 10 day after approved | 268/2025/NĐ-CP Điều 15 khoản 1 | text
B-innovation contract.term | ≤ 60 month | 268/2025/NĐ-CP Điều 15 khoản 2 | text
B-innovation money.payment | 15 day after payment-requested | 268/2025/NĐ-CP Mẫu I.14 | text
B-innovation changes.decision | 15 day after opinions-received | 268/2025/NĐ-CP Điều 17 khoản 1 | text
B-innovation termination.decision | 15 day after opinions-received | 268/2025/NĐ-CP Điều 17 khoản 2 | text
B-innovation eligibility.organisation.suspension | 1 year from suspension-ended | 268/2025/NĐ-CP Điều 9 khoản 2 | text
B-innovation non-budget.decision | 28 day after non-budget-filed | 268/2025/NĐ-CP Điều 64 khoản 4 | text
B-innovation selection.quorum | ≥ 2/3 members: chair/authorised-vice-chair 1 | 268/2025/NĐ-CP Điều 12 khoản 3 | text
B-innovation selection.content-passes | ≥ 2/3 ballots | 268/2025/NĐ-CP Điều 12 khoản 3 | text
B-innovation identification.proposal-passes | > 2/3 members-present | 268/2025/NĐ-CP Điều 19 khoản 4 | text
B-innovation reports.innovation | before 31/3 | 268/2025/NĐ-CP Điều 66 khoản 5 | text
B money.treasury-payment | 1 working-day after payment-filed | 347/2025/NĐ-CP Điều 6 | text
B money.treasury-payment-year-end | 2 working-day after payment-filed | 347/2025/NĐ-CP Điều 6 | text
B money.advance-return | before 15/2 | 26/2026/TT-BTC | text
B money.state-share | basic 100, applied 80, social-solution 80, technology-development 50, innovation-improved 30, innovation-new 50, intellectual-property 100 | 39/2025/TT-BKHCN Điều 4 | text
B money.management-share | ≤ 5 percent of state-budget | 39/2025/TT-BKHCN Điều 25 | text
B money.management-amount | ≤ 500000000 vnd | 39/2025/TT-BKHCN Điều 25 | text
B ownership.author-share | ≥ 30 percent of profit-after-tax | 93/2025/QH15 Điều 28 | secondary
B effect.impact-from | 2 year after task-ended | 93/2025/QH15 | secondary
B effect.impact-until | 5 year after task-ended | 93/2025/QH15 | secondary
BCT/B-science selection.council-size | 7–9 | 25/2026/TT-BCT | text
BCT/B-science selection.quorum | ≥ 2/3 members: chair/vice-chair 1, reviewer 2, scientific-secretary 1 | 25/2026/TT-BCT | text
BGDĐT/B-science changes.extension-count | ≤ 1 times | 44/2026/TT-BGDĐT | text
BGDĐT/B-science changes.extension-length | > 0: 12, else 12 month | 44/2026/TT-BGDĐT | text
BGDĐT/B-science duration.maximum | programme 60, task 24 | 44/2026/TT-BGDĐT | text
BGDĐT/B-science selection.content-passes | ≥ 2/3 members-present | 44/2026/TT-BGDĐT | text
BGDĐT/B-science changes.decides.shortening | department-head; department-head | 44/2026/TT-BGDĐT | text
NAFOSTED/B-science duration.maximum | basic 36, applied 36, technology-development 36 | NAFOSTED 8/7/2026 | secondary
NAFOSTED/B-science changes.extension-length | > 0: 12, else 12 month | NAFOSTED 8/7/2026 | secondary
NAFOSTED/B-science money.state-amount | ≤ 10000000000 vnd | NAFOSTED 8/7/2026 | secondary
`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [whose = '', states = '', where = '', confidence = ''] = line.split(' | ');
    const [owner = '', topic = ''] = whose.split(' ');
    return { owner, topic: `task.${topic}`, states, where, confidence };
  });

/** «A», «B-science», «BYT» (under the earlier law), «BCT/B-science»: when it is asked for, and for whom. */
function asked(owner: string) {
  const [first = '', line] = owner.split('/');
  if (first === 'A') return { regime: 'A', on: '2025-09-01' };
  if (first.startsWith('B-') || first === 'B') return { regime: first, on: '2026-11-01' };
  return line
    ? { regime: line, agency: first, on: '2026-11-01' }
    : { regime: 'A', agency: first, on: '2025-09-01' };
}

const listed = (amounts: Record<string, number>) =>
  Object.entries(amounts)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ');

/** What a rule states, as the table writes it. */
function said({ value, unit, base, comparison, clockEvent }: TaskRule): string {
  switch (value.kind) {
    case 'term':
      return `${value.amount} ${unit} ${value.direction} ${clockEvent}`;
    case 'every':
      return `every ${value.amount} ${unit} from ${clockEvent}`;
    case 'annual':
      return value.days.map(({ day, month }) => `${value.bound} ${day}/${month}`).join(', ');
    case 'size':
      return `${value.least}–${value.most}`;
    case 'vote':
      return `${comparison} ${value.numerator}/${value.denominator} ${base}`;
    case 'quorum': {
      const roles = value.roles.map(({ anyOf, count }) => `${anyOf.join('/')} ${count}`);
      return `${comparison} ${value.numerator}/${value.denominator} ${base}: ${roles.join(', ')}`;
    }
    case 'limit':
      return `${comparison} ${value.amount} ${unit}${base ? ` of ${base}` : ''}`;
    case 'banded': {
      const bands = value.bands.map((band) => `${band.comparison} ${band.than}: ${band.amount}`);
      return `${bands.join(', ')}, else ${value.otherwise} ${unit}`;
    }
    case 'bar':
      return value.lasts === undefined
        ? `more than ${value.moreThan} ${unit}`
        : `${value.lasts} ${unit} from ${clockEvent}`;
    case 'decides':
      return `${value.by['final-product']}; ${value.by['by-part']}`;
    case 'list':
      return value.items.join(', ');
    case 'criteria':
      return Object.values(value.points).join(' ');
    case 'split':
      return Object.values(value.parts).join(' ');
    case 'table':
      return listed(value.amounts);
    case 'refund':
      return listed(value.shares);
    case 'outlier':
      return `> ${value.percent} % of ${value.of}, ${value.repeat ? 'again' : 'once'}`;
    case 'bonus':
      return `${value.percent} % from ${value.fromMean}, ${value.counts}`;
    case 'member-rating': {
      const { quantityCriteria: of, quantityEach: each } = value;
      return `${of.numerator}/${of.denominator}, each ${each.numerator}/${each.denominator}`;
    }
    case 'rating': {
      const levels = value.levels.map(({ rating, all }) => {
        const shares = all.map((one) => `${one.share} ${one.comparison} ${one.numerator}/${one.denominator}`);
        return `${rating}: ${shares.join(' + ')}`;
      });
      return `${levels.join('; ')}; else ${value.otherwise}`;
    }
    default:
      return value.kind;
  }
}

test.each(rows)('$owner $topic: $states ($where)', ({ owner, topic, states, where, confidence }) => {
  const rule = inForce(publishedTaskRules, { topic, ...asked(owner) }) as TaskRule | undefined;
  expect(rule && said(rule)).toBe(states);
  expect(`${rule?.basis.text} ${rule?.basis.article}`).toContain(where.split(' Điều ')[0]);
  const article = where.split(' Điều ')[1];
  if (article) expect(`${rule?.basis.text} ${rule?.basis.article}`).toContain(`Điều ${article}`);
  expect(rule?.confidence).toBe(confidence);
});

test('the table asks for each rule once', () => {
  const asks = rows.map(({ owner, topic }) => `${owner} ${topic}`);
  expect(new Set(asks).size).toBe(asks.length);
  expect(asks.length).toBeGreaterThan(180);
});
