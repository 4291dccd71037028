import { drawPlaces, type DrawTask } from '../query/draws.ts';

export interface DrawsAsked {
  readonly id: number;
  readonly task: DrawTask;
}

export interface DrawsAnswered {
  readonly id: number;
  readonly counts: Uint32Array<ArrayBuffer>;
}

addEventListener('message', ({ data }: MessageEvent<DrawsAsked>) => {
  const answer: DrawsAnswered = { id: data.id, counts: new Uint32Array(drawPlaces(data.task)) };
  postMessage(answer, { transfer: [answer.counts.buffer] });
});
