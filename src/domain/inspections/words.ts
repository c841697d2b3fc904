import { outcomes } from '../tasks/lifecycle/step.ts';
import type { InspectionBody } from './facts.ts';

/** A fact of a round as its history tells it. @param named the title of a task by its id */
export function inspectionSentence(body: InspectionBody, named: (taskId: string) => string): string {
  switch (body.kind) {
    case 'planned':
      return `Đưa vào kế hoạch: ${body.plan.name}`;
    case 'amended':
      return `Sửa kế hoạch: ${body.reason}`;
    case 'minuted':
      return `Kiểm tra «${named(body.taskId)}»`;
    case 'findingGiven':
      return 'Giao một kiến nghị thành nhiệm vụ';
    case 'findingSpared':
      return `Không giao một kiến nghị: ${body.reason}`;
    case 'dropped':
      return `Thôi kiểm tra: ${body.reason}`;
  }
}

/** «Thực hiện kiến nghị kiểm tra nhiệm vụ «…» (mã): …», as the directive says it. */
export const findingDirective = (words: string, task: { title: string; codes: readonly string[] }): string =>
  `Thực hiện kiến nghị kiểm tra nhiệm vụ «${task.title}»${task.codes[0] ? ` (${task.codes[0]})` : ''}: ${words}`;

/** Results of an inspection as people read them. */
export const inspectionOutcomeWords = outcomes.inspected;
