"""Words every shop begins with for listening, calming and asking."""

EMPATHY, CALMING, QUESTION = "empathy", "calming", "question"
READY: dict[str, tuple[tuple[str, str], ...]] = {
    EMPATHY: (
        ("理解心情", "我理解您的心情。"),
        ("感同身受", "如果是我遇到这种情况，我也会感到困扰。"),
        ("一起解决", "让您费心了，我们一起把它解决好。"),
    ),
    CALMING: (
        ("先别着急", "您先别着急，我在，这件事我来跟到底。"),
        ("都记下了", "您说的我都记下了，我现在就去核实，一有结果马上告诉您。"),
        ("给您交代", "给您带来不便非常抱歉，我一定给您一个明确的交代。"),
    ),
    QUESTION: (
        ("描述情况", "您能具体描述一下遇到的情况吗？"),
        ("换还是退", "您是希望更换一款还是申请退款呢？"),
        ("问订单号", "方便告诉我订单号吗？"),
        ("何时出现", "是收到时就这样，还是使用后才出现的？"),
        ("请发照片", "方便拍一张能看清问题的照片吗？"),
    ),
}
"""Category → titles and texts (CMM-7, CMM-8, EMT-2). A shop may change or retire every one."""
