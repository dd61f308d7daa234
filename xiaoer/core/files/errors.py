from xiaoer.core.errors import Invalid, NotFound, TooMany


class StoredFileNotFound(NotFound):
    zh = "没有这个文件，或者它不是给你的。"
    en = "There is no such file, or it is not for you."


class FileEmpty(Invalid):
    zh = "这个文件是空的，没有保存。"
    en = "The file is empty and was not stored."


class FileTooLarge(Invalid):
    status = 413
    zh = "文件超过 {limit_mb} MB，没有保存。"
    en = "The file is larger than {limit_mb} MB and was not stored."


class FileTypeRefused(Invalid):
    zh = "文件内容不是可以接收的类型（图片 PNG、JPEG、GIF、WebP，或 PDF、MP4），没有保存。"
    en = (
        "The content of the file is none of the accepted types"
        " (pictures PNG, JPEG, GIF, WebP, or PDF, MP4); it was not stored."
    )


class FileTypeFalse(Invalid):
    zh = "文件自称是 {declared}，内容却是 {found}，没有保存。"
    en = "The file claims to be {declared} but contains {found}; it was not stored."


class PictureBroken(Invalid):
    zh = "图片不完整或已损坏，没有保存。"
    en = "The picture is incomplete or broken and was not stored."


class PictureTooManyPixels(Invalid):
    zh = "图片尺寸过大（{width}×{height}），没有保存。"
    en = "The picture is too large ({width}×{height} pixels) and was not stored."


class TooManyFiles(TooMany):
    zh = "一条消息最多带 {limit} 个文件。"
    en = "A message carries at most {limit} files."
