-- What HubSpot's values say besides.

-- Whether an e-mail was answered by a machine, such as an out-of-office notice.
ALTER TABLE engagement ADD COLUMN automatic BOOLEAN;

-- When a deal became won or lost, which its close date may not say.
ALTER TABLE deal ADD COLUMN settled_at BIGINT;
