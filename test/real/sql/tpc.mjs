export async function recordTpc() {}
