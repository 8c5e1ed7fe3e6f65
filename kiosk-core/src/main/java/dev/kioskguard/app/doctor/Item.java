package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;
import java.util.Locale;

/** What is looked at, what it is called, and what usually helps. The order is that of the sheet. */
@SuppressWarnings("ImmutableEnumChecker") // a Text is a record of two strings
enum Item {
    CONFIG("配置文件", "请按提示修改 kiosk.yaml 或 risk.yaml", "correct kiosk.yaml or risk.yaml where the line says"),
    CONTENT("文案", "请运行 ./kiosk content check 并修正", "run ./kiosk content check, and correct what it names"),
    VOICES("语音", "请运行 config/voices/render.sh 或补齐录音", "run config/voices/render.sh, or add the recordings"),
    SUSPECTS("可疑账户名单", "请重新安装签名名单", "install the signed list anew"),
    CLOCK("时钟", "请校准系统时间并检查时区", "set the machine's clock, and look at terminal.zone"),
    DISK("磁盘空间", "请清理磁盘", "make room on the disk of the data folder"),
    DATA("数据目录", "请检查 --data 目录及其权限", "look at the --data folder and who may write there"),
    KEYS("密钥文件", "请按提示恢复或收回权限（chmod 600）", "restore the file, or take it from other accounts (chmod 600)"),
    JOURNAL("审计日志", "请保全现场并联系开发方", "leave it as it is, keep a copy, and call whoever maintains the guard"),
    GUARD("守护程序", "请查看 GET /api/health", "read GET /api/health"),
    ADDRESS("设备地址", "请检查设备地址、服务是否启动及网络", "check the address, that its service is started, and the way to it"),
    STATUS("设备状态", "请按设备手册排除故障后重试", "mend the device as its manual says, and run this again"),
    ABILITIES("设备能力", "请核对设备型号与固件版本", "check that model and firmware are what was ordered"),
    EVENTS("设备事件", "请检查服务是否上报事件", "check that the service reports events"),
    CYCLE("动作试验", "请检查设备后重做动作试验", "look at the device, and try --cycle again"),
    SPEAKER("扬声器", "请取消静音并调高音量；静音时不办理转账", "unmute it and turn it up: without a voice transfers are refused"),
    CAMERA_ANGLE(
            "摄像头角度", "请一人站在客户位置，调整摄像头后重试", "have somebody stand where a customer stands, aim the camera, try again"),
    KEYPAD_VIEW(
            "键盘不入镜",
            "请查看画面；键盘若在画面内须在 camera.masks 中遮盖",
            "look at the picture: where the keypad is in it, mask it in camera.masks"),
    DESK("经理台", "请检查 desk.listen、desk.name 与端口", "check desk.listen, desk.name and that the port is free"),
    STAFF("人员名册", "请由网点负责人登记人员", "have the head of the branch enrol the staff at the desk"),
    DRILL("呼叫演练", "请在经理台做一次演练", "hold a drill at the desk"),
    BROKER("消息服务器", "请检查 paging.broker 及网络、证书", "check paging.broker, the network and the certificates"),
    WEBHOOK("通知接口", "请检查 paging.webhook 及网络、证书", "check paging.webhook, the network and the certificates");

    private final Text title;
    private final Text remedy;

    Item(String zh, String remedyZh, String remedyEn) {
        title = new Text(zh, name().toLowerCase(Locale.ROOT).replace('_', ' '));
        remedy = new Text(remedyZh, remedyEn);
    }

    /** Returns the word in lines and JSON, such as {@code camera-angle}. */
    String word() {
        return title.en().replace(' ', '-');
    }

    Text title() {
        return title;
    }

    Text remedy() {
        return remedy;
    }
}
