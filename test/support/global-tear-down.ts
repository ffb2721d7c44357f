export default function globalTearDown(): void {}
