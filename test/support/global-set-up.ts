export default function globalSetUp(): void {}
