export default function waken(): void {}
