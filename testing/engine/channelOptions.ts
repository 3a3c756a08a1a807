/** Options of every connection: messages up to 400 MB, as Pulumi allows, and no call is dropped while a process is busy. */
export const channelOptions = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
  "grpc.server_max_unrequested_time_in_server": 30 * 60,
};
