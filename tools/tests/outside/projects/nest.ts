import 'reflect-metadata';
import { Inject, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaptureError, money, Secret, type CaptureResult } from '@capture/core';
import { createNodeTransport } from '@capture/core/node';
import { md5Hex } from '@capture/core/signing';
import { createFreepayment, type FreepaymentClient } from '@capture/freepayment';
import { createSandbox, type SandboxServer } from '@capture/sandbox';

// A back end with decorators and their metadata, compiled to CommonJS without reading `exports`.
const sandbox = createSandbox();

@Injectable()
class Payments {
  constructor(@Inject('FREEPAYMENT') private readonly freepayment: FreepaymentClient) {}

  capture(authorizationId: string, amount: string): Promise<CaptureResult> {
    return this.freepayment.capture({ authorizationId, amount: money(amount, 'USD') });
  }
}

@Injectable()
class Orders {
  constructor(private readonly payments: Payments) {}

  async pay(): Promise<string> {
    const result = await this.payments.capture('1-310b0da80b', '0.10');
    const tooMuch = await this.payments.capture('1-310b0da80b', '1000000.00');
    return [result.status, tooMuch.status, 'error' in tooMuch && CaptureError.is(tooMuch.error)].join(' ');
  }
}

@Module({
  providers: [
    Payments,
    Orders,
    { provide: 'SERVER', useFactory: () => sandbox.listen() },
    {
      provide: 'FREEPAYMENT',
      inject: ['SERVER'],
      useFactory: (server: SandboxServer) => {
        const { shopId, secretKey } = sandbox.credentials.freepayment;
        const baseUrl = server.baseUrl('freepayment');
        return createFreepayment({
          shopId,
          secretKey: new Secret(secretKey),
          baseUrl,
          transport: createNodeTransport(),
        });
      },
    },
  ],
})
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  console.log(await app.get(Orders).pay(), md5Hex('').length);
  await app.get<SandboxServer>('SERVER').close();
  await app.close();
}
void main();
