import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Ends what is too slow or too large, before it holds a connection for ever.
///
/// Idle connections are ended by the server itself. This ends the three that it does not: a body
/// that drips, a client that does not read, and a body larger than any form.
final class Deadlines: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  struct Limits: Sendable {
    /// From the head of a request to its end.
    var request = TimeAmount.seconds(30)
    /// From the head of an answer until all of it is taken.
    var answer = TimeAmount.seconds(30)
    /// The largest body, in bytes.
    var body = Form.limit.bytes
  }

  private let limits: Limits
  private let tooLarge: Refusal
  private let unreadable: Refusal
  private var deadline: Scheduled<Void>?
  private var received = 0
  private var isRefused = false

  /// What is answered to a body that is too large, or to what is no request at all.
  struct Refusal: Sendable {
    var head: HTTPResponse
    var body: [UInt8]
  }

  init(limits: Limits, tooLarge: Refusal, unreadable: Refusal) {
    self.limits = limits
    self.tooLarge = tooLarge
    self.unreadable = unreadable
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isRefused { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      received = 0
      if let length = head.headerFields[.contentLength].flatMap({ Int($0) }), length > limits.body {
        return refuse(context)
      }
      start(limits.request, context)
    case .body(let bytes):
      received += bytes.readableBytes
      if received > limits.body { return refuse(context) }
    case .end: stop()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if isRefused {
      promise?.succeed()
      return
    }
    let part = unwrapOutboundIn(data)
    if case .head(let head) = part {
      start(limits.answer, context)
      // What cannot be read as a request is answered below the router, with a bare 400.
      if head.status == .badRequest, head.headerFields[.contentSecurityPolicy] == nil {
        return write(unreadable, context, promise)
      }
    }
    guard case .end = part else { return context.write(data, promise: promise) }
    let written = promise ?? context.eventLoop.makePromise()
    let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in loopBound.value.stop() }
    context.write(data, promise: written)
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  private func write(
    _ refusal: Refusal, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
  ) {
    context.write(wrapOutboundOut(.head(refusal.head)), promise: nil)
    let body = context.channel.allocator.buffer(bytes: refusal.body)
    context.write(wrapOutboundOut(.body(body)), promise: promise)
  }

  private func start(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    stop()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }

  private func stop() {
    deadline?.cancel()
    deadline = nil
  }

  /// Answers at once and closes, so that the rest need not be swallowed.
  private func refuse(_ context: ChannelHandlerContext) {
    isRefused = true
    stop()
    let channel = context.channel
    write(tooLarge, context, nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    // What was already on its way is read and dropped, so that the answer arrives before the close.
    context.eventLoop.scheduleTask(in: .milliseconds(500)) { channel.close(promise: nil) }
  }
}
