require(process.env.RECORDED_PROGRAM)(require("pulumi-power-platform"));
